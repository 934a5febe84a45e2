package org.concordat.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.server.identity.OpenToAll;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Answers what went wrong: people get a page, programs a problem (RFC 9457). */
@Controller
@ControllerAdvice
class ErrorController implements org.springframework.boot.webmvc.error.ErrorController {
  private static final String PROGRAMS = "/api/";

  @RequestMapping("/error")
  @OpenToAll(because = "whoever makes an error may know of it")
  Object error(HttpServletRequest request) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    if (!path.startsWith(PROGRAMS)) {
      return ErrorPage.of(status);
    }
    HttpStatus known = HttpStatus.resolve(status);
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setTitle(known == null ? "Error" : known.getReasonPhrase());
    problem.setProperty("request", SurroundingsFactory.requestId(request));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  @ExceptionHandler
  Answer invalid(InvalidInput invalid) {
    List<String> details = invalid.findings().stream().map(Finding::message).toList();
    return new ErrorPage(HttpStatus.UNPROCESSABLE_CONTENT.value(), "badRequest", details);
  }

  /** A form whose files cannot be read, or that was not sent as one with files at all. */
  @ExceptionHandler
  Answer withoutFiles(MultipartException unreadable) {
    return ErrorPage.of(
        unreadable instanceof MaxUploadSizeExceededException
            ? HttpStatus.CONTENT_TOO_LARGE.value()
            : HttpStatus.BAD_REQUEST.value());
  }
}
