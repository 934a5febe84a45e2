package org.concordat.server.alignment.attacks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.AttackTree.Units;
import org.concordat.core.alignment.attacks.MisuseCase;
import org.concordat.core.alignment.attacks.StepValues;
import org.concordat.core.alignment.attacks.TreeEdit;
import org.concordat.core.alignment.attacks.TreeNode;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.server.alignment.NewId;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.Uploads.Upload;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Changes the tree of a misuse case: node by node, or as a file. */
@Controller
class TreeController {
  private final MisuseCases cases;

  TreeController(MisuseCases cases) {
    this.cases = cases;
  }

  /** Makes another tree of a case, or says why it cannot. */
  private interface Making {
    TreeFiles.Came of(MisuseCase misuse) throws InvalidInput, IOException;
  }

  @PostMapping("/misuse/{id}/tree/begin")
  @Needs(Permission.EDIT_MODEL)
  Answer begin(
      Caller caller,
      @PathVariable String id,
      @RequestParam String tag,
      @RequestParam String goal,
      HttpServletRequest request)
      throws IOException {
    return change(
        caller,
        request,
        id,
        tag,
        "",
        misuse -> {
          String title = MisuseForm.line(goal).isEmpty() ? misuse.name() : MisuseForm.line(goal);
          String root = NewId.of("", title, _ -> false);
          return TreeFiles.Came.made(
              new AttackTree(
                  id,
                  misuse.name(),
                  Units.UNSAID,
                  root,
                  List.of(new TreeNode.AttackStep(root, title, StepValues.UNKNOWN, List.of()))));
        });
  }

  @PostMapping("/misuse/{id}/tree/nodes")
  @Needs(Permission.EDIT_MODEL)
  Answer edit(
      Caller caller,
      @PathVariable String id,
      @RequestParam String tag,
      @RequestParam(defaultValue = "") String open,
      @ModelAttribute MisuseForm.NodeForm form,
      HttpServletRequest request)
      throws IOException {
    return change(
        caller,
        request,
        id,
        tag,
        open,
        misuse -> {
          AttackTree tree = misuse.tree();
          if (tree != null) {
            for (TreeEdit edit : form.edits(tree)) {
              tree = edit.applyTo(tree);
            }
          }
          return TreeFiles.Came.made(tree);
        });
  }

  @PostMapping("/misuse/{id}/tree/units")
  @Needs(Permission.EDIT_MODEL)
  Answer units(
      Caller caller,
      @PathVariable String id,
      @RequestParam String tag,
      @RequestParam(defaultValue = "") String cost,
      @RequestParam(defaultValue = "") String time,
      HttpServletRequest request)
      throws IOException {
    Units units = new Units(MisuseForm.line(cost), MisuseForm.line(time));
    return change(
        caller,
        request,
        id,
        tag,
        "",
        misuse -> {
          AttackTree tree = misuse.tree();
          return TreeFiles.Came.made(
              tree == null
                  ? null
                  : new AttackTree(tree.id(), tree.name(), units, tree.root(), tree.nodes()));
        });
  }

  @PostMapping("/misuse/{id}/tree/file")
  @Needs(Permission.EDIT_MODEL)
  Answer take(
      Caller caller,
      @PathVariable String id,
      @RequestParam String tag,
      @RequestParam MultipartFile file,
      HttpServletRequest request)
      throws IOException {
    Upload upload =
        new Upload(String.valueOf(file.getOriginalFilename()), ByteBuffer.wrap(file.getBytes()));
    return change(caller, request, id, tag, "", _ -> TreeFiles.read(upload));
  }

  @PostMapping("/misuse/{id}/tree/remove")
  @Needs(Permission.EDIT_MODEL)
  Answer remove(
      Caller caller, @PathVariable String id, @RequestParam String tag, HttpServletRequest request)
      throws IOException {
    return change(caller, request, id, tag, "", _ -> TreeFiles.Came.made(null));
  }

  /** A script follows the redirect and gets the part of the page that it asked for. */
  private Answer change(
      Caller caller, HttpServletRequest request, String id, String tag, String open, Making making)
      throws IOException {
    Optional<MisuseCase> present = cases.find(caller.tenant(), id);
    if (present.isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    TreeFiles.Came came;
    try {
      came = making.of(present.get());
    } catch (InvalidInput invalid) {
      return new ErrorPage(
          422, "badRequest", invalid.findings().stream().map(Finding::message).toList());
    }
    MisuseCases.Result result =
        cases.save(
            caller.tenant(),
            caller.attribution(
                SurroundingsFactory.requestId(request), request.getParameter("reason")),
            id,
            TreeFiles.withTree(present.get(), came.tree()),
            tag,
            came.origin());
    String place = open.matches("[A-Za-z0-9._-]{1,400}") ? "?open=" + open : "";
    Redirect back = Redirect.to("/misuse/" + id + place);
    return switch (result) {
      case MisuseCases.Result.Saved _ -> back.saying("attacks.saved");
      case MisuseCases.Result.Conflict _ -> back.saying("attacks.conflict");
    };
  }
}
