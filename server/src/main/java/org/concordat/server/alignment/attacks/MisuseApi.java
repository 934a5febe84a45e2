package org.concordat.server.alignment.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.Evaluation;
import org.concordat.core.alignment.attacks.Limits;
import org.concordat.core.alignment.attacks.MisuseCase;
import org.concordat.core.alignment.attacks.TreeNode;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.adtool.AdtoolDocument;
import org.concordat.formats.attacks.AttackTreeFile;
import org.concordat.formats.attacks.EvaluationJson;
import org.concordat.formats.attacks.EvaluationTable;
import org.concordat.formats.drawing.AttackTreePicture;
import org.concordat.formats.drawing.TreeFront;
import org.concordat.formats.tables.RowWriter;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.Words;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.ApiFailure;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.JsonBody;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Precondition;
import org.concordat.server.web.api.Problem;
import org.concordat.server.web.api.Utf8;
import org.concordat.server.web.api.Values;
import org.concordat.server.workspace.EntryTag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Misuse cases and their attack trees for programs. */
@Controller
@RequestMapping(path = Call.ROOT + "/misuse-cases")
final class MisuseApi {
  private static final String XML = "application/xml";
  private static final int LARGEST = 8 << 20;
  private static final String COST_PROBABILITY = "cost-probability";
  private static final List<String> FRONTS = Words.all(TreeFront.class);

  private final MisuseCases cases;

  MisuseApi(MisuseCases cases) {
    this.cases = cases;
  }

  private MisuseCase existing(Call call, String id) {
    return cases.find(call.caller().tenant(), id).orElseThrow(Parameters::notFound);
  }

  private AttackTree tree(Call call, String id) {
    return Optional.ofNullable(existing(call, id).tree()).orElseThrow(Parameters::notFound);
  }

  private static ObjectNode node(MisuseCase misuse) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", misuse.id());
    node.put("name", misuse.name());
    node.put("asset", misuse.violates().asset());
    node.put("property", misuse.violates().property());
    optional(node, "who", misuse.who());
    optional(node, "goal", misuse.goal());
    optional(node, "preconditions", misuse.preconditions());
    if (!misuse.course().isEmpty()) {
      misuse.course().forEach(node.withArray("course")::add);
    }
    return node.put("tree", misuse.tree() != null);
  }

  private static void optional(ObjectNode node, String name, String text) {
    if (!text.isEmpty()) {
      node.put(name, text);
    }
  }

  @GetMapping(produces = Media.JSON)
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists misuse cases", answer = "MisuseCaseList")
  ApiAnswer list(
      Call call,
      Paging paging,
      @RequestParam(defaultValue = "") String asset,
      @RequestParam(defaultValue = "") String property) {
    List<MisuseCase> found =
        cases.all(call.caller().tenant()).stream()
            .filter(c -> asset.isEmpty() || c.violates().asset().equals(asset))
            .filter(c -> property.isEmpty() || c.violates().property().equals(property))
            .toList();
    return paging.answer(paging.part(found, MisuseCase::id), MisuseApi::node);
  }

  @GetMapping(path = "/{id}", produces = Media.JSON)
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads a misuse case without its tree", answer = "MisuseCase")
  ApiAnswer get(Call call, @PathVariable String id) {
    MisuseCase misuse = existing(call, id);
    return ApiAnswer.ok(node(misuse)).tagged(EntryTag.of(misuse));
  }

  @PutMapping(path = "/{id}", consumes = Media.JSON, produces = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Makes a misuse case what the body says; its tree stays",
      body = "MisuseCase",
      answer = "MisuseCase",
      statuses = {200, 201, 204},
      problems = {412, 428})
  ApiAnswer put(Call call, @PathVariable String id) {
    Values said = AttackShapes.CASE.read(call.json());
    String own = said.text("id");
    Optional<Requirement> violated =
        Requirement.parse(said.required("asset") + "/" + said.required("property"));
    if ((own != null && !own.equals(id)) || violated.isEmpty() || !Identifier.isValid(id)) {
      throw Problem.of(Problem.Kind.INVALID, "The ids do not fit").failure();
    }
    MisuseCase present = cases.find(call.caller().tenant(), id).orElse(null);
    MisuseCase wanted =
        new MisuseCase(
            id,
            said.required("name"),
            violated.get(),
            Objects.requireNonNullElse(said.text("who"), ""),
            Objects.requireNonNullElse(said.text("goal"), ""),
            Objects.requireNonNullElse(said.text("preconditions"), ""),
            said.texts("course"),
            MisuseForm.renamed(present == null ? null : present.tree(), said.required("name")));
    save(call, id, present, wanted);
    ApiAnswer answer =
        present == null
            ? ApiAnswer.created(call.request().getRequestURI(), node(wanted))
            : ApiAnswer.ok(node(wanted));
    return answer.tagged(EntryTag.of(wanted));
  }

  @DeleteMapping("/{id}")
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Removes a misuse case with its tree",
      statuses = 204,
      problems = {412, 428})
  ApiAnswer delete(Call call, @PathVariable String id) {
    save(call, id, existing(call, id), null);
    return ApiAnswer.done();
  }

  @GetMapping(path = "/{id}/tree", produces = Media.JSON)
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads the attack tree of a misuse case", answer = "AttackTree")
  ApiAnswer json(Call call, @PathVariable String id) {
    MisuseCase misuse = existing(call, id);
    AttackTree tree = Optional.ofNullable(misuse.tree()).orElseThrow(Parameters::notFound);
    return ApiAnswer.file(Media.JSON, out -> AttackTreeFile.json(tree, out))
        .tagged(EntryTag.of(misuse));
  }

  @GetMapping(path = "/{id}/tree", produces = Media.YAML)
  @Needs(Permission.READ_MODEL)
  @Described("Reads the attack tree as the command line does")
  ApiAnswer yaml(Call call, @PathVariable String id) {
    byte[] yaml = AttackTreeFile.yaml(tree(call, id)).getBytes(UTF_8);
    return ApiAnswer.file(Media.YAML, out -> out.write(yaml));
  }

  @GetMapping(path = "/{id}/tree", produces = XML)
  @Needs(Permission.READ_MODEL)
  @Described("Reads the attack tree in the XML of ADTool")
  ApiAnswer adtool(Call call, @PathVariable String id) throws InvalidInput {
    byte[] xml = cases.adtool(call.caller().tenant(), tree(call, id)).write();
    return ApiAnswer.file(XML, out -> out.write(xml));
  }

  @GetMapping(path = "/{id}/tree", produces = Media.SVG)
  @Needs(Permission.READ_MODEL)
  @Described("Draws the attack tree")
  ApiAnswer picture(
      Call call, @PathVariable String id, @RequestParam(defaultValue = "") String mark) {
    AttackTree tree = tree(call, id);
    Set<String> on = tree.inPlace();
    List<String> steps = mark.isEmpty() ? List.of() : TreeFilesController.marked(tree, on, mark);
    return ApiAnswer.svg(AttackTreePicture.draw(tree, on, new LinkedHashSet<>(steps)));
  }

  @PutMapping(path = "/{id}/tree", consumes = Media.JSON, produces = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Makes the attack tree what the body says",
      body = "AttackTree",
      answer = "AttackTree",
      statuses = {200, 204},
      problems = {412, 428})
  ApiAnswer putTree(Call call, @PathVariable String id) throws InvalidInput {
    String text = Utf8.decode(JsonBody.bytes(call.request(), LARGEST));
    AttackTree tree = AttackTreeFile.read(new Source("tree", null, text)).tree();
    return putTree(call, id, TreeFiles.Came.made(tree));
  }

  @PutMapping(path = "/{id}/tree", consumes = XML, produces = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Makes the attack tree what a file of ADTool says",
      answer = "AttackTree",
      statuses = {200, 204},
      problems = {412, 428})
  ApiAnswer putAdtool(Call call, @PathVariable String id) throws InvalidInput {
    byte[] xml = JsonBody.bytes(call.request(), LARGEST);
    return putTree(call, id, TreeFiles.adtool("tree", xml));
  }

  private ApiAnswer putTree(Call call, String id, TreeFiles.Came came) {
    MisuseCase present = existing(call, id);
    MisuseCase wanted = TreeFiles.withTree(present, came.tree());
    save(call, id, present, wanted, came.origin());
    AttackTree saved = Objects.requireNonNull(wanted.tree());
    return ApiAnswer.file(Media.JSON, out -> AttackTreeFile.json(saved, out))
        .tagged(EntryTag.of(wanted));
  }

  @DeleteMapping("/{id}/tree")
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Removes the attack tree of a misuse case",
      statuses = 204,
      problems = {412, 428})
  ApiAnswer deleteTree(Call call, @PathVariable String id) {
    MisuseCase present = existing(call, id);
    save(call, id, present, TreeFiles.withTree(present, null));
    return ApiAnswer.done();
  }

  @GetMapping(path = "/{id}/evaluation", produces = Media.JSON)
  @Needs(Permission.READ_MODEL)
  @Described(value = "Evaluates the attack tree", answer = "TreeEvaluation")
  ApiAnswer evaluation(
      Call call, @PathVariable String id, @RequestParam(required = false) @Nullable String on) {
    AttackTree tree = tree(call, id);
    Evaluation evaluation = Evaluation.of(tree, state(tree, on), Limits.DEFAULT);
    return ApiAnswer.file(Media.JSON, out -> EvaluationJson.write(tree, evaluation, out));
  }

  @GetMapping(path = "/{id}/evaluation", produces = Media.CSV)
  @Needs(Permission.READ_MODEL)
  @Described("Evaluates the attack tree as a table")
  ApiAnswer evaluationTable(
      Call call, @PathVariable String id, @RequestParam(required = false) @Nullable String on) {
    AttackTree tree = tree(call, id);
    Evaluation found = Evaluation.of(tree, state(tree, on), Limits.DEFAULT);
    return ApiAnswer.file(Media.CSV, out -> EvaluationTable.write(tree, found, RowWriter.csv(out)));
  }

  @GetMapping(path = "/{id}/evaluation", produces = Media.XLSX)
  @Needs(Permission.READ_MODEL)
  @Described("Evaluates the attack tree as a workbook")
  ApiAnswer evaluationWorkbook(
      Call call, @PathVariable String id, @RequestParam(required = false) @Nullable String on) {
    AttackTree tree = tree(call, id);
    Evaluation found = Evaluation.of(tree, state(tree, on), Limits.DEFAULT);
    return ApiAnswer.file(
        Media.XLSX,
        out -> EvaluationTable.write(tree, found, RowWriter.xlsx(out, EvaluationTable.SHEET, 1)));
  }

  @GetMapping(path = "/{id}/evaluation", produces = Media.SVG)
  @Needs(Permission.READ_MODEL)
  @Described("Draws what there is to choose between in the attack tree")
  ApiAnswer front(
      Call call,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(defaultValue = COST_PROBABILITY) String front) {
    AttackTree tree = tree(call, id);
    TreeFront wanted =
        TreeFront.of(front)
            .orElseThrow(
                () -> Parameters.wrong("front", "must be one of " + String.join(", ", FRONTS)));
    return ApiAnswer.svg(
        wanted.draw(tree, state(tree, on), Limits.DEFAULT, TreeFront.Sayings.ENGLISH));
  }

  private static Set<String> state(AttackTree tree, @Nullable String on) {
    if (on == null) {
      return tree.inPlace();
    }
    Set<String> wanted = new LinkedHashSet<>();
    Arrays.stream(on.split(",")).map(String::strip).filter(s -> !s.isEmpty()).forEach(wanted::add);
    List<String> known = tree.countermeasures().stream().map(TreeNode.Countermeasure::id).toList();
    for (String id : wanted) {
      if (!known.contains(id)) {
        throw Parameters.wrong("on", "'" + id + "' is no countermeasure of this tree");
      }
    }
    return wanted;
  }

  private void save(
      Call call, String id, @Nullable MisuseCase present, @Nullable MisuseCase wanted) {
    save(call, id, present, wanted, null);
  }

  private void save(
      Call call,
      String id,
      @Nullable MisuseCase present,
      @Nullable MisuseCase wanted,
      @Nullable AdtoolDocument origin) {
    String tag = tag(call.precondition(), present);
    MisuseCases.Result result =
        cases.save(call.caller().tenant(), call.attribution(), id, wanted, tag, origin);
    if (result instanceof MisuseCases.Result.Conflict) {
      throw stale();
    }
  }

  /** The tag that the change is bound to: one that the caller saw, or nothing yet. */
  private static String tag(Precondition condition, @Nullable MisuseCase present) {
    String now = EntryTag.of(present);
    return switch (condition) {
      case Precondition.Absent() -> {
        if (present != null) {
          throw stale();
        }
        yield EntryTag.NOTHING;
      }
      case Precondition.Present() -> {
        if (present == null) {
          throw stale();
        }
        yield now;
      }
      case Precondition.Matching(var tags) -> {
        if (!tags.contains(now)) {
          throw stale();
        }
        yield now;
      }
      case Precondition.Unsaid() -> {
        if (present != null) {
          throw Problem.of(
                  Problem.Kind.PRECONDITION_REQUIRED,
                  "Say in If-Match which state you saw, by its ETag")
              .failure();
        }
        yield EntryTag.NOTHING;
      }
    };
  }

  private static ApiFailure stale() {
    return Problem.of(Problem.Kind.STALE, "It is not as you saw it; read it again").failure();
  }
}
