package org.concordat.server.alignment.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.rounds.Asking;
import org.concordat.core.alignment.rounds.Awareness;
import org.concordat.core.alignment.rounds.Stage;
import org.concordat.server.alignment.rounds.Rounds.Result;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;

/** A round of two judges about three links of a small insurer, on a running server. */
public final class SampleRound {
  /** Nobody has judged it: whether it has an impact decides on the level of the crm. */
  public static final Link CRM = new Link("crm/availability", "productivity-loss");

  public static final Link PROCESS = new Link("claims-process/availability", "productivity-loss");
  public static final Link GOAL = new Link("productivity-loss", "fast-settlement");

  private static final Attribution TEST = Attribution.ofServer("test");

  private final RunningServer server;
  private final People people;
  private final Person anna;
  private final Person ben;
  private final UUID id;

  /** A new organisation with a draft that asks two heads of units. */
  public SampleRound(RunningServer server) {
    this(server, Asking.RATING);
  }

  /** The same that asks for levels, or for an order. */
  public SampleRound(RunningServer server, Asking asking) {
    this.server = server;
    people = new People(server, Acme.workspace());
    anna = people.person(Role.UNIT_HEAD, "claims");
    ben = people.person(Role.CONTRIBUTOR, "sales");
    Rounds rounds = rounds();
    Result made =
        rounds.create(
            people.tenant(),
            TEST,
            "Autumn round",
            asking,
            null,
            List.of(CRM, PROCESS, GOAL),
            server.part(Models.class).of(people.tenant()).read(Snapshot::scale));
    id = ((Result.Done) made).round();
    for (Person judge : List.of(anna, ben)) {
      assertThat(
              rounds.invite(
                  people.tenant(),
                  TEST,
                  id,
                  judge.account(),
                  new Awareness(
                      judge.equals(anna) ? Awareness.Training.ADVANCED : Awareness.Training.BASIC,
                      "Head")))
          .isEqualTo(new Result.Done(id));
    }
  }

  /** The rounds of the server. */
  public Rounds rounds() {
    return server.part(Rounds.class);
  }

  public People people() {
    return people;
  }

  public Person anna() {
    return anna;
  }

  public Person ben() {
    return ben;
  }

  public UUID id() {
    return id;
  }

  /** Where the round's pages begin. */
  public String path() {
    return "/rounds/" + id;
  }

  /** The round as it is now. */
  public Round now() {
    return rounds().find(people.tenant(), id).orElseThrow();
  }

  /** Takes the round on, one stage after the other. */
  public SampleRound to(Stage last) {
    while (now().stage() != last) {
      Stage next = now().stage().next().orElseThrow();
      assertThat(rounds().move(people.tenant(), TEST, id, next)).isEqualTo(new Result.Done(id));
    }
    return this;
  }

  /** Answers for a judge. */
  public SampleRound says(Person judge, Link link, int step, @Nullable String because) {
    int number = now().links().indexOf(link) + 1;
    assertThat(
            rounds()
                .answer(
                    people.tenant(),
                    new Attribution(judge.account().toString(), null, UUID.randomUUID(), null),
                    id,
                    judge.account(),
                    number,
                    now().steps().answer(step, because)))
        .isEqualTo(new Result.Done(id));
    return this;
  }
}
