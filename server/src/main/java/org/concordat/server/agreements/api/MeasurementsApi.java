package org.concordat.server.agreements.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.MeasurementFile;
import org.concordat.server.agreements.Measurements;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.JsonNodeFactory;

/** What was measured of agreements. */
@Controller
@RequestMapping(path = Call.ROOT + "/agreements", produces = Media.JSON)
final class MeasurementsApi {
  private final Agreements agreements;
  private final Measurements measurements;
  private final Clock clock = Clock.systemUTC();

  MeasurementsApi(Agreements agreements, Measurements measurements) {
    this.agreements = agreements;
    this.measurements = measurements;
  }

  @PostMapping(path = "/{id}/{since}/measurements", consumes = Media.JSON)
  @Needs(Permission.MEASURE)
  @Described(
      value = "Hands in what was measured, one record or many; all are kept, or none",
      body = "AgreementMeasurements",
      answer = "AgreementMeasurementsKept",
      problems = 409)
  ApiAnswer add(Call call, @PathVariable String id, @PathVariable int since) {
    return keep(call, AgreementsApi.key(id, since), MeasurementBodies.json(call));
  }

  @PostMapping(path = "/{id}/{since}/measurements", consumes = Media.LINES)
  @Needs(Permission.MEASURE)
  @Described(
      value = "Hands in what was measured, one record a line; all are kept, or none",
      body = "AgreementMeasurement",
      answer = "AgreementMeasurementsKept",
      problems = 409)
  ApiAnswer addLines(Call call, @PathVariable String id, @PathVariable int since) {
    return keep(call, AgreementsApi.key(id, since), MeasurementBodies.lines(call));
  }

  @PostMapping(path = "/{id}/{since}/measurements", consumes = Media.CSV)
  @Needs(Permission.MEASURE)
  @Described(
      value = "Hands in a table of what was measured; all of it is kept, or nothing",
      answer = "AgreementMeasurementsKept",
      problems = {409, 422})
  ApiAnswer addTable(Call call, @PathVariable String id, @PathVariable int since) {
    return addFile(call, id, since, MeasurementFile.CSV);
  }

  @PostMapping(path = "/{id}/{since}/measurements", consumes = Media.OPEN_METRICS)
  @Needs(Permission.MEASURE)
  @Described(
      value = "Hands in an exposition of metrics; all of it is kept, or nothing",
      answer = "AgreementMeasurementsKept",
      problems = {409, 422})
  ApiAnswer addMetrics(Call call, @PathVariable String id, @PathVariable int since) {
    return addFile(call, id, since, MeasurementFile.OPEN_METRICS);
  }

  private ApiAnswer addFile(Call call, String id, int since, MeasurementFile kind) {
    AgreementKey key = AgreementsApi.key(id, since);
    Agreement document =
        agreements
            .find(call.caller().tenant(), key)
            .map(AgreementState::dossier)
            .map(dossier -> dossier.current())
            .orElseThrow(Parameters::notFound);
    return keep(call, key, MeasurementBodies.file(call, document, kind, clock.instant()));
  }

  private ApiAnswer keep(Call call, AgreementKey key, MeasurementBodies bodies) {
    Measurements.Result result =
        measurements.add(call.caller().tenant(), call.attribution(), key, bodies.given());
    return switch (result) {
      case Measurements.Result.Kept(int records) ->
          ApiAnswer.ok(JsonNodeFactory.instance.objectNode().put("kept", records));
      case Measurements.Result.NotInForce _ -> {
        if (agreements.find(call.caller().tenant(), key).isEmpty()) {
          throw Parameters.notFound();
        }
        throw Problem.of(
                Problem.Kind.CONFLICT, "The agreement is not in force, so nothing is measured yet")
            .failure();
      }
      case Measurements.Result.Unsuitable(var problems) ->
          throw Problem.of(
                  Problem.Kind.INVALID,
                  "There are measurements that no target is measured by",
                  wrong(problems, bodies.places()))
              .failure();
    };
  }

  private static List<Errors.Entry> wrong(
      List<Measurements.Problem> problems, List<String> places) {
    List<Errors.Entry> errors = new ArrayList<>();
    for (Measurements.Problem each : problems.subList(0, Math.min(Errors.TOLD, problems.size()))) {
      errors.add(
          new Errors.InBody(
              places.get(each.record()) + "/target",
              switch (each.kind()) {
                case NO_TARGET -> "is none of " + String.join(", ", each.targets());
                case OTHER_READING -> "'" + each.target() + "' is not measured by such a reading";
              }));
    }
    return errors;
  }
}
