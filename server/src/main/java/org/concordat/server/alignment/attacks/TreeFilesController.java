package org.concordat.server.alignment.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.concordat.core.alignment.attacks.Analysis;
import org.concordat.core.alignment.attacks.Attack;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.Evaluation;
import org.concordat.core.alignment.attacks.Limits;
import org.concordat.core.alignment.attacks.MisuseCase;
import org.concordat.core.alignment.attacks.TreeTooLarge;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.attacks.AttackTreeFile;
import org.concordat.formats.attacks.EvaluationJson;
import org.concordat.formats.attacks.EvaluationTable;
import org.concordat.formats.drawing.AttackTreePicture;
import org.concordat.formats.drawing.TreeFront;
import org.concordat.formats.tables.RowWriter;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.web.SvgFile;
import org.concordat.server.web.api.Media;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The tree of a misuse case as files and pictures. */
@Controller
class TreeFilesController {

  private final MisuseCases cases;
  private final SurroundingsFactory surroundings;

  TreeFilesController(MisuseCases cases, SurroundingsFactory surroundings) {
    this.cases = cases;
    this.surroundings = surroundings;
  }

  private Optional<AttackTree> tree(Caller caller, String id) {
    return cases.find(caller.tenant(), id).map(MisuseCase::tree);
  }

  private ResponseEntity<byte[]> file(
      Caller caller, String id, String ending, String type, Function<AttackTree, byte[]> writing) {
    return tree(caller, id)
        .map(
            tree ->
                ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(type))
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(id + ending).build().toString())
                    .body(writing.apply(tree)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @GetMapping("/misuse/{id}/tree.yaml")
  @Needs(Permission.READ_MODEL)
  ResponseEntity<byte[]> yaml(Caller caller, @PathVariable String id) {
    return file(
        caller, id, ".yaml", "application/yaml", t -> AttackTreeFile.yaml(t).getBytes(UTF_8));
  }

  @GetMapping("/misuse/{id}/tree.json")
  @Needs(Permission.READ_MODEL)
  ResponseEntity<byte[]> json(Caller caller, @PathVariable String id) {
    return file(caller, id, ".json", "application/json", TreeFilesController::json);
  }

  static byte[] json(AttackTree tree) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AttackTreeFile.json(tree, out);
    return out.toByteArray();
  }

  @GetMapping("/misuse/{id}/tree.xml")
  @Needs(Permission.READ_MODEL)
  ResponseEntity<byte[]> xml(Caller caller, @PathVariable String id) throws InvalidInput {
    Optional<AttackTree> tree = tree(caller, id);
    if (tree.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    byte[] xml = cases.adtool(caller.tenant(), tree.get()).write();
    return file(caller, id, ".xml", "application/xml", _ -> xml);
  }

  /** All that the tree comes to, in one state of the defence. */
  @GetMapping("/misuse/{id}/evaluation.{ending:csv|xlsx|json}")
  @Needs(Permission.READ_MODEL)
  ResponseEntity<byte[]> evaluation(
      Caller caller,
      @PathVariable String id,
      @PathVariable String ending,
      @RequestParam(required = false) @Nullable String with,
      @RequestParam(required = false) @Nullable Set<String> on) {
    return file(
        caller,
        id,
        "-evaluation." + ending,
        switch (ending) {
          case "csv" -> "text/csv;charset=UTF-8";
          case "json" -> "application/json";
          default -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        },
        tree -> {
          Evaluation found =
              Evaluation.of(tree, DefenceState.of(tree, with, on), Limits.WHILE_TYPING);
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          if (ending.equals("json")) {
            EvaluationJson.write(tree, found, out);
          } else {
            EvaluationTable.write(
                tree,
                found,
                ending.equals("csv")
                    ? RowWriter.csv(out)
                    : RowWriter.xlsx(out, EvaluationTable.SHEET, 1));
          }
          return out.toByteArray();
        });
  }

  @GetMapping("/misuse/{id}/tree.svg")
  @Needs(Permission.READ_MODEL)
  ResponseEntity<byte[]> picture(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String with,
      @RequestParam(required = false) @Nullable Set<String> on,
      @RequestParam(defaultValue = "") String mark) {
    return svg(
        caller,
        id,
        tree -> {
          Set<String> state = DefenceState.of(tree, with, on);
          List<String> steps = mark.isEmpty() ? List.of() : marked(tree, state, mark);
          return AttackTreePicture.draw(tree, state, new LinkedHashSet<>(steps));
        });
  }

  /** The steps of the attack of that name; nothing when there is none, or it is too much work. */
  static List<String> marked(AttackTree tree, Set<String> on, String mark) {
    Analysis analysis = Analysis.of(tree, on, Limits.WHILE_TYPING);
    try {
      Optional<Attack> attack =
          switch (mark) {
            case "cheapest" -> analysis.cheapest();
            case "likeliest" -> analysis.likeliest();
            case "easiest" -> analysis.easiest();
            case "fastest" -> analysis.fastest();
            default -> Optional.empty();
          };
      return attack.map(Attack::steps).orElse(List.of());
    } catch (TreeTooLarge _) {
      return List.of();
    }
  }

  @GetMapping("/misuse/{id}/{front}.svg")
  @Needs(Permission.READ_MODEL)
  ResponseEntity<byte[]> front(
      Caller caller,
      @PathVariable String id,
      @PathVariable String front,
      @RequestParam(required = false) @Nullable String with,
      @RequestParam(required = false) @Nullable Set<String> on,
      HttpServletRequest request) {
    Optional<TreeFront> wanted = TreeFront.of(front);
    if (wanted.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    TreeFront.Sayings sayings = FrontSayings.of(surroundings.of(request));
    return svg(
        caller,
        id,
        tree ->
            wanted.get().draw(tree, DefenceState.of(tree, with, on), Limits.WHILE_TYPING, sayings));
  }

  private ResponseEntity<byte[]> svg(
      Caller caller, String id, Function<AttackTree, String> drawing) {
    return tree(caller, id)
        .map(
            tree ->
                ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(Media.SVG))
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                    .header("Content-Security-Policy", SvgFile.POLICY)
                    .body(drawing.apply(tree).getBytes(UTF_8)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
