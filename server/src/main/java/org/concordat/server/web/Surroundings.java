package org.concordat.server.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Where a page is shown: to whom, in which language and colours, with which navigation around it.
 */
public final class Surroundings {
  private final Texts texts;
  private final AssetFiles assets;
  private final Locale locale;
  private final @Nullable Caller caller;
  private final String path;
  private final Csrf csrf;
  private final @Nullable Notice notice;
  private final List<NavigationItem> navigation;
  private final Set<String> openGroups;
  private final ColourScheme scheme;
  private final String request;

  /** The hidden field that every form carries. */
  public record Csrf(String name, String value) {}

  /**
   * Something to tell after a redirect.
   *
   * @param text what to say, in the reader's language
   * @param link where more of it is to see, or null
   * @param linkText the words of the link, or null
   */
  public record Notice(String text, @Nullable String link, @Nullable String linkText) {
    public Notice(String text) {
      this(text, null, null);
    }
  }

  Surroundings(
      Texts texts,
      AssetFiles assets,
      Locale locale,
      @Nullable Caller caller,
      String path,
      Csrf csrf,
      @Nullable Notice notice,
      List<NavigationItem> navigation,
      Set<String> openGroups,
      ColourScheme scheme,
      String request) {
    this.texts = texts;
    this.assets = assets;
    this.locale = locale;
    this.caller = caller;
    this.path = path;
    this.csrf = csrf;
    this.notice = notice;
    this.navigation = List.copyOf(navigation);
    this.openGroups = Set.copyOf(openGroups);
    this.scheme = scheme;
    this.request = request;
  }

  /** A text in the reader's language. */
  public String text(String key, Object... values) {
    return texts.text(key, locale, values);
  }

  /** A text when there is one, else something else, such as the organisation's own word. */
  public String textOr(String key, String otherwise) {
    return texts.has(key, locale) ? texts.text(key, locale) : otherwise;
  }

  /**
   * A text that depends on a number: that of {@code KEY.one} for 1, else that of {@code KEY.other}.
   * The number is its first value.
   */
  public String counted(String key, long count, Object... more) {
    List<Object> values = new ArrayList<>();
    values.add(count);
    values.addAll(List.of(more));
    return texts.text(key + (count == 1 ? ".one" : ".other"), locale, values.toArray());
  }

  public Locale locale() {
    return locale;
  }

  public String languageTag() {
    return locale.toLanguageTag();
  }

  /** The languages to choose from, by their tags. */
  public Set<String> languages() {
    return texts.languages();
  }

  /** A language's own name for itself. */
  public String languageName(String tag) {
    Locale language = Locale.forLanguageTag(tag);
    return language.getDisplayLanguage(language);
  }

  /** A whole number with the reader's separators. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** A number with two places after the point. */
  public String decimal(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(2);
    return format.format(number);
  }

  /** A share of one as a percentage. */
  public String percent(double share) {
    return NumberFormat.getPercentInstance(locale).format(share);
  }

  /** A day, such as 21 Nov 2026. */
  public String day(LocalDate day) {
    return formatted(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), day);
  }

  /** A moment in the server's time zone, to the minute. */
  public String moment(Instant moment) {
    return formatted(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT),
        moment.atZone(ZoneId.systemDefault()));
  }

  private String formatted(DateTimeFormatter format, TemporalAccessor time) {
    return format.withLocale(locale).format(time);
  }

  /** Who reads the page; empty when nobody is signed in. */
  public Optional<Caller> caller() {
    return Optional.ofNullable(caller);
  }

  public boolean may(Permission permission) {
    return caller != null && caller.may(permission);
  }

  /** The path of the request. */
  public String path() {
    return path;
  }

  public Csrf csrf() {
    return csrf;
  }

  public Optional<Notice> notice() {
    return Optional.ofNullable(notice);
  }

  /** Where the reader may go, by order. */
  public List<NavigationItem> navigation() {
    return navigation.stream()
        .filter(item -> item.permissions().stream().anyMatch(this::may))
        .toList();
  }

  /**
   * Pages that stand together in the navigation.
   *
   * @param text the key of the group's name
   */
  public record NavigationGroup(String text, List<NavigationItem> items) {
    public NavigationGroup {
      items = List.copyOf(items);
    }

    /** What a browser remembers it by, such as {@code standards}. */
    public String name() {
      return text.replace(".group", "").replace("alignment.", "");
    }
  }

  /** Where the reader may go, group by group. */
  public List<NavigationGroup> navigationGroups() {
    SequencedMap<String, List<NavigationItem>> groups = new LinkedHashMap<>();
    for (NavigationItem item : navigation()) {
      groups.computeIfAbsent(item.group(), _ -> new ArrayList<>()).add(item);
    }
    return groups.entrySet().stream()
        .map(group -> new NavigationGroup(group.getKey(), group.getValue()))
        .toList();
  }

  /** Whether a group shows its pages: when it was left open, and around the present page. */
  public boolean isOpen(NavigationGroup group) {
    return openGroups.contains(group.name()) || group.items().stream().anyMatch(this::isCurrent);
  }

  /** Whether a page of the navigation is the present one, or the nearest above it. */
  public boolean isCurrent(NavigationItem item) {
    return isAt(item.path())
        && navigation.stream()
            .noneMatch(other -> other.path().length() > item.path().length() && isAt(other.path()));
  }

  /** Whether a path is the present one or leads to it. */
  private boolean isAt(String target) {
    return path.equals(target) || (!target.equals("/") && path.startsWith(target + "/"));
  }

  public ColourScheme scheme() {
    return scheme;
  }

  /** The address of a static file; another one whenever its content is. */
  public String asset(String name) {
    return assets.address(name);
  }

  /** The request's id, which the log and the trail name too. */
  public String request() {
    return request;
  }
}
