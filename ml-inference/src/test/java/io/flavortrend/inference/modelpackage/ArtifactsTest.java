package io.flavortrend.inference.modelpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flavortrend.inference.modelpackage.ModelPackageException.Reason;
import io.flavortrend.inference.testing.TestPackage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {
  private static final byte[] PACKAGE = TestPackage.of("v1").bytes();
  private static final URI ON_CLASS_PATH =
      URI.create("classpath:io/flavortrend/inference/modelpackage/ArtifactsTest.class");

  @TempDir private Path folder;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1.zip", exchange -> answer(exchange, PACKAGE.length, PACKAGE));
    server.createContext("/moved.zip", ArtifactsTest::redirect);
    server.createContext("/endless", exchange -> answer(exchange, 0, new byte[1 << 20]));
    server.createContext("/cut", exchange -> answer(exchange, PACKAGE.length + 100, PACKAGE));
    server.createContext("/stuck", this::stick);
    server.start();
  }

  @AfterEach
  void stop() {
    ended.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void fetchesAFile() throws ModelPackageException {
    Path file = TestPackage.of("v1").write(folder);

    ModelPackage fetched = ModelPackages.fetch(file.toUri(), null, ModelPackages.MAX_BYTES);

    assertThat(fetched.signature().modelVersion()).isEqualTo("v1");
  }

  @Test
  void fetchesOverHttp() throws ModelPackageException {
    String sha256 = TestPackage.sha256(PACKAGE).toUpperCase(Locale.ROOT);

    assertThat(Artifacts.fetch(at("/v1.zip"), sha256, PACKAGE.length)).isEqualTo(PACKAGE);
  }

  @Test
  void fetchesFromTheClassPath() throws ModelPackageException {
    assertThat(Artifacts.fetch(ON_CLASS_PATH, null, 1 << 20)).isNotEmpty();
  }

  @Test
  void refusesBytesThatWereNotAnnounced() {
    String other = TestPackage.sha256(new byte[0]);
    for (URI uri : new URI[] {TestPackage.of("v1").write(folder).toUri(), at("/v1.zip")}) {
      assertRefused(uri, other, 1 << 20, Reason.CHECKSUM, "announced is " + other);
    }
  }

  @Test
  void refusesWhatIsTooLargeWhereverItIs() throws IOException {
    Path large = Files.write(folder.resolve("large"), new byte[1001]);

    assertRefused(large.toUri(), null, 1000, Reason.TOO_LARGE, "larger than the 1000 bytes");
    assertRefused(at("/v1.zip"), null, 1000, Reason.TOO_LARGE, "larger than the 1000 bytes");
    assertRefused(at("/endless"), null, 1000, Reason.TOO_LARGE, "larger than the 1000 bytes");
    assertRefused(ON_CLASS_PATH, null, 1000, Reason.TOO_LARGE, "larger than the 1000 bytes");
  }

  @Test
  void refusesWhatIsNotThere() {
    assertRefused(folder.resolve("none").toUri(), null, 9, Reason.UNREACHABLE, "cannot be read");
    assertRefused(folder.toUri(), null, 9, Reason.UNREACHABLE, "cannot be read");
    assertRefused(at("/none"), null, 9, Reason.UNREACHABLE, "it answers 404");
    assertRefused(at("/moved.zip"), null, 1 << 20, Reason.UNREACHABLE, "it answers 302");
    assertRefused(
        URI.create("classpath:none"), null, 9, Reason.UNREACHABLE, "not on the class path");
  }

  @Test
  void refusesAnAnswerThatEndsEarly() {
    assertRefused(at("/cut"), null, 1 << 20, Reason.UNREACHABLE, "cannot be fetched");
  }

  @Test
  void refusesAServerThatIsGone() {
    URI gone = at("/v1.zip");
    server.stop(0);

    assertRefused(gone, null, 1 << 20, Reason.UNREACHABLE, "cannot be fetched");
  }

  @Test
  void doesNotWaitForeverForWhatIsSentTooSlowly() {
    ModelPackageException refusal =
        catchThrowableOfType(
            ModelPackageException.class,
            () -> new HttpFetch(at("/stuck"), 1 << 20, Duration.ofMillis(300)).bytes());

    assertThat(refusal).hasMessageContaining("has not arrived after 300 ms");
    assertThat(refusal.reason()).isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void refusesAnotherScheme() {
    for (String uri : new String[] {"s3://bucket/v1.zip", "v1.zip", "file:v1.zip", "http:v1.zip"}) {
      assertRefused(URI.create(uri), null, 9, Reason.UNREACHABLE, uri + " cannot be");
    }
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static void assertRefused(
      URI uri, String sha256, long maxBytes, Reason reason, String sentence) {
    ModelPackageException refusal =
        catchThrowableOfType(
            ModelPackageException.class, () -> Artifacts.fetch(uri, sha256, maxBytes));

    assertThat(refusal).as("%s", uri).isNotNull().hasMessageContaining(sentence);
    assertThat(refusal.reason()).isEqualTo(reason);
  }

  private static void answer(HttpExchange exchange, long length, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Location", "/v1.zip");
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void stick(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, PACKAGE.length);
    exchange.getResponseBody().write(PACKAGE, 0, 10);
    exchange.getResponseBody().flush();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }
}
