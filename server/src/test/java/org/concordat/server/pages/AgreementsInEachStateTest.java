package org.concordat.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.concordat.server.agreements.AgreementsInEachState;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An agreement in each of its states, before whoever has something to do there. */
class AgreementsInEachStateTest {
  private static final RunningServer SERVER = RunningServer.shared();
  private static final AgreementsInEachState BANK = AgreementsInEachState.at(SERVER);
  private static final Map<Person, Visitor> VISITORS = new HashMap<>();
  private static final Windows WINDOWS = new Windows(SERVER);

  static Stream<Arguments> sights() {
    return BANK.sights().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(
            sight ->
                Stream.of(
                    Arguments.of(sight.getKey(), sight.getValue(), 1280, false),
                    Arguments.of(sight.getKey(), sight.getValue(), 360, true)));
  }

  @ParameterizedTest
  @MethodSource("sights")
  void it_is_good_to_read(String path, Person person, int width, boolean dark) {
    Visitor visitor = VISITORS.computeIfAbsent(person, BANK.people()::signedIn);
    Page page = WINDOWS.signedIn(visitor, width, dark, "en");
    page.navigate(path);

    assertThat(page.title()).doesNotContain("Something broke");
    Browser.assertGood(page, "bank-" + Windows.name(path) + (dark ? "-phone-dark" : ""));
  }
}
