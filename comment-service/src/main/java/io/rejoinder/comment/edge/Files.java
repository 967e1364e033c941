package io.rejoinder.comment.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Files of the class path, read once and kept: the widget and the API's description. A file whose
 * name carries a hash never changes; others are asked for again, and mostly answered with 304.
 */
final class Files {

  /** Segments of plain characters that do not begin with a dot: nothing climbs out. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}/){0,4}[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

  private static final Pattern HASHED = Pattern.compile(".*-[A-Za-z0-9_-]{8,}\\.[a-z0-9.]+");
  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
  private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

  private final String folder;
  private final String cacheControl;
  private final Map<String, Kept> files = new ConcurrentHashMap<>();

  /** The files below a folder of the class path, which ends with a slash. */
  Files(String folder) {
    this(folder, "no-cache");
  }

  /** The same, kept as a {@code Cache-Control} says where a name carries no hash. */
  Files(String folder, String cacheControl) {
    this.folder = folder;
    this.cacheControl = cacheControl;
  }

  Mono<ServerResponse> answer(ServerRequest request, String name) {
    Optional<Kept> found = NAME.matcher(name).matches() ? file(name) : Optional.empty();
    return found
        .map(file -> reply(request, file))
        .orElseGet(() -> Problem.of(ProblemType.NOT_FOUND).reply(request.exchange()))
        .mono();
  }

  private static Reply reply(ServerRequest request, Kept file) {
    String known = request.headers().firstHeader(HttpHeaders.IF_NONE_MATCH);
    Reply reply =
        ETag.matches(known, file.etag())
            ? Reply.empty(HttpStatus.NOT_MODIFIED)
            : new Reply(HttpStatus.OK, file.type(), file.content());
    return reply
        .header(HttpHeaders.ETAG, file.etag())
        .header(HttpHeaders.CACHE_CONTROL, file.cacheControl());
  }

  /** Only what exists is kept, so asking for other names takes no memory. */
  private Optional<Kept> file(String name) {
    Kept kept = files.get(name);
    if (kept != null) {
      return Optional.of(kept);
    }
    try (InputStream in = Files.class.getClassLoader().getResourceAsStream(folder + name)) {
      if (in == null) {
        return Optional.empty();
      }
      Kept read = Kept.of(name, in.readAllBytes(), cacheControl);
      files.put(name, read);
      return Optional.of(read);
    } catch (IOException e) {
      throw new UncheckedIOException("class path: " + folder + name + " cannot be read", e);
    }
  }

  private static MediaType typeOf(String name) {
    if (name.endsWith(".js") || name.endsWith(".mjs")) {
      return SCRIPT;
    }
    return name.endsWith(".yaml")
        ? YAML
        : MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared or changed.
  private record Kept(MediaType type, String etag, String cacheControl, byte[] content) {
    static Kept of(String name, byte[] content, String otherwise) {
      String cacheControl =
          HASHED.matcher(name).matches() ? "public, max-age=31536000, immutable" : otherwise;
      return new Kept(typeOf(name), ETag.of(content), cacheControl, content);
    }
  }
}
