package io.rejoinder.review.site;

import io.rejoinder.review.importing.ImportBatch;
import io.rejoinder.review.importing.ImportBatches;
import io.rejoinder.review.importing.Progress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The pages of imports: upload, progress, report. */
@Controller
class ImportPages {

  private final ImportBatches batches;
  private final Layout layout;
  private final String maxSize;

  ImportPages(
      ImportBatches batches,
      Layout layout,
      @org.springframework.beans.factory.annotation.Value("${rejoinder.import.max-size:512MB}")
          org.springframework.util.unit.DataSize maxSize) {
    this.batches = batches;
    this.layout = layout;
    this.maxSize = maxSize.toMegabytes() + " MB";
  }

  @GetMapping(path = "/import", produces = MediaType.TEXT_HTML_VALUE)
  Mono<String> form(Model model, ServerWebExchange exchange) {
    return show(null, model, exchange);
  }

  private Mono<String> show(
      @org.jspecify.annotations.Nullable String error, Model model, ServerWebExchange exchange) {
    model.addAttribute("batches", batches.all());
    model.addAttribute("running", batches.running().orElse(null));
    model.addAttribute("maxSize", maxSize);
    model.addAttribute("error", error);
    return layout.page("import", model, exchange, true);
  }

  @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Mono<String> upload(Model model, ServerWebExchange exchange) {
    return exchange
        .getMultipartData()
        .flatMap(
            parts -> {
              Part part = parts.getFirst("file");
              if (part instanceof FilePart file && !file.filename().isBlank()) {
                return take(file);
              }
              exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
              return show("Choose a file first.", model, exchange);
            });
  }

  private Mono<String> take(FilePart upload) {
    return Mono.fromCallable(batches::newFile)
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(
            file ->
                upload
                    .transferTo(file)
                    .then(Mono.fromCallable(() -> begin(file, upload.filename())))
                    .doOnError(failed -> discard(file)));
  }

  private String begin(Path file, String name) {
    ImportBatch batch =
        batches
            .begin(file, name)
            .orElseThrow(() -> new Problem(HttpStatus.CONFLICT, "import-running"));
    return "redirect:/import/" + batch.id();
  }

  private static void discard(Path file) {
    Schedulers.boundedElastic().schedule(() -> ImportBatches.discard(file));
  }

  @GetMapping(path = "/import/{id}", produces = MediaType.TEXT_HTML_VALUE)
  Mono<String> status(@PathVariable String id, Model model, ServerWebExchange exchange) {
    model.addAttribute("batch", batch(id));
    return layout.page("import-status", model, exchange, true);
  }

  @PostMapping(path = "/import/{id}/stop")
  Mono<String> stop(@PathVariable String id) {
    batch(id).stop();
    return Mono.just("redirect:/import/" + id);
  }

  @GetMapping(path = "/api/imports/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Map<String, Object> progress(@PathVariable String id) {
    ImportBatch batch = batch(id);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", batch.id());
    body.put("ended", batch.ended());
    Progress progress = batch.progress();
    if (progress != null) {
      body.put("phase", progress.phase().name().toLowerCase(java.util.Locale.ROOT));
      body.put("percent", progress.percent());
      body.put("reviews", progress.reviews());
      body.put("comments", progress.comments());
    }
    if (batch.refused() != null) {
      body.put("refused", batch.refused());
    }
    if (batch.report() != null) {
      body.put("report", batch.report());
    }
    return body;
  }

  private ImportBatch batch(String id) {
    return batches.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
