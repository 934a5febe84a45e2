package org.concordat.server.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.concordat.core.agreements.Exclusion;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Obligation;
import org.concordat.core.agreements.Price;
import org.concordat.core.agreements.SecurityService;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.ServiceLevel;
import org.concordat.core.alignment.AssetKind;
import org.concordat.server.workspace.EntryTag;
import org.jspecify.annotations.Nullable;

/** A change of what is offered. One that is about a state names it by its tag. */
public sealed interface ServiceEdit {
  /**
   * A service as it shall be.
   *
   * @param id of the service that there is, or of a new one
   * @param wanted null when it shall go
   * @param tag of the state that this was decided on; {@link EntryTag#NOTHING} for a new one
   */
  record OfService(String id, @Nullable SecurityService wanted, String tag)
      implements ServiceEdit {}

  /** A service one place up or down. */
  record Move(String id, boolean up) implements ServiceEdit {}

  /**
   * What holds for all services.
   *
   * @param tag of the {@link Frame} that this was decided on
   */
  record OfFrame(Frame wanted, String tag) implements ServiceEdit {}

  /**
   * What holds for all services.
   *
   * @param supplier what the supply side is called
   * @param colour of documents, as #rrggbb, or null for the usual one
   * @param currency of all prices; another one leaves their numbers as they are
   */
  record Frame(
      String supplier,
      @Nullable String colour,
      String currency,
      List<Obligation> obligations,
      List<Exclusion> exclusions) {
    public Frame {
      obligations = List.copyOf(obligations);
      exclusions = List.copyOf(exclusions);
    }

    /** What holds at present. */
    public static Frame of(ServiceOffers.Terms terms, ServiceCatalogue catalogue) {
      return new Frame(
          terms.supplier(),
          terms.colour(),
          catalogue.currency(),
          catalogue.obligations(),
          catalogue.exclusions());
    }
  }

  /** A service whose sets have an order, so that it has the same text on every server. */
  record Ordered(
      String name,
      @Nullable String description,
      List<String> properties,
      List<AssetKind> kinds,
      List<ServiceLevel> levels) {
    public Ordered {
      properties = List.copyOf(properties);
      kinds = List.copyOf(kinds);
      levels = List.copyOf(levels);
    }
  }

  /** Names the state of a service; null is none. */
  static String tag(@Nullable SecurityService service) {
    return EntryTag.of(
        service == null
            ? null
            : new Ordered(
                service.name(),
                service.description(),
                service.properties().stream().sorted().toList(),
                service.kinds().stream().sorted().toList(),
                service.levels()));
  }

  /** Whether it was decided on what is there now. */
  default boolean isOn(Frame frame, ServiceCatalogue catalogue) {
    return switch (this) {
      case OfService(var id, var _, var tag) -> tag.equals(tag(catalogue.service(id).orElse(null)));
      case OfFrame(var _, var tag) -> tag.equals(EntryTag.of(frame));
      case Move(var id, var _) -> catalogue.service(id).isPresent();
    };
  }

  /** What holds for all services afterwards. */
  default Frame frame(Frame before) {
    return this instanceof OfFrame(var wanted, var _) ? wanted : before;
  }

  /** The services afterwards. */
  default ServiceCatalogue catalogue(ServiceCatalogue before) {
    return switch (this) {
      case OfService(var id, var wanted, var _) -> with(before, changed(before, id, wanted));
      case OfFrame(var wanted, var _) ->
          new ServiceCatalogue(
              wanted.currency,
              before.services().stream().map(each -> priced(each, wanted.currency)).toList(),
              wanted.obligations,
              wanted.exclusions);
      case Move(var id, var up) -> with(before, moved(before, id, up));
    };
  }

  private static ServiceCatalogue with(ServiceCatalogue before, List<SecurityService> services) {
    return new ServiceCatalogue(
        before.currency(), services, before.obligations(), before.exclusions());
  }

  private static List<SecurityService> changed(
      ServiceCatalogue before, String id, @Nullable SecurityService wanted) {
    List<SecurityService> services = new ArrayList<>();
    boolean isThere = false;
    for (SecurityService each : before.services()) {
      if (!each.id().equals(id)) {
        services.add(each);
      } else {
        isThere = true;
        if (wanted != null) {
          services.add(wanted);
        }
      }
    }
    if (!isThere && wanted != null) {
      services.add(wanted);
    }
    return services;
  }

  private static List<SecurityService> moved(ServiceCatalogue before, String id, boolean up) {
    List<SecurityService> services = new ArrayList<>(before.services());
    for (int i = 0; i < services.size(); i++) {
      int to = up ? i - 1 : i + 1;
      if (services.get(i).id().equals(id) && to >= 0 && to < services.size()) {
        services.add(to, Objects.requireNonNull(services.remove(i)));
        break;
      }
    }
    return services;
  }

  private static SecurityService priced(SecurityService service, String currency) {
    return new SecurityService(
        service.id(),
        service.name(),
        service.description(),
        service.properties(),
        service.kinds(),
        service.levels().stream()
            .map(
                level ->
                    new ServiceLevel(
                        level.id(),
                        level.name(),
                        level.protection(),
                        new Price(
                            new Money(level.price().perUnit().amount(), currency),
                            level.price().unitOfMeasure(),
                            level.price().period(),
                            new Money(level.price().once().amount(), currency)),
                        level.targets()))
            .toList());
  }
}
