package io.flavortrend.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.e2e.stack.CommandResult;
import io.flavortrend.e2e.stack.Commands;
import io.flavortrend.e2e.stack.Stack;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The browser tests of {@code browser/}, each reported as a test of its own. */
@ExtendWith(LiveStack.class)
@Order(30)
class BrowserIT {
  private final Stack stack;

  BrowserIT(Stack stack) {
    this.stack = stack;
  }

  @TestFactory
  Stream<DynamicTest> dashboard() throws IOException, ParserConfigurationException, SAXException {
    Path module = Path.of("").toAbsolutePath();
    Path browser = module.resolve("browser");
    Path report = module.resolve("target/browser-tests.xml");
    Files.createDirectories(report.getParent());
    Files.deleteIfExists(report);
    install(browser);
    CommandResult run =
        Commands.run(
            List.of(
                "node",
                "--test",
                "--test-reporter=junit",
                "--test-reporter-destination=" + report,
                browser.resolve("dashboard.test.mjs").toString()),
            Map.of(
                "E2E_WEBAPI_URL",
                stack.webapiUrl(),
                "E2E_LINK",
                stack.signInLink(),
                "E2E_TOKEN",
                stack.token("viewer"),
                "E2E_SCREENSHOTS",
                module.resolve("target/screenshots").toString()),
            Duration.ofMinutes(10));
    List<DynamicTest> tests = tests(report, run);
    assertThat(tests).as(run.toString()).hasSizeGreaterThan(8);
    return tests.stream();
  }

  /** Installs what the lock file names, where that was not done since it changed. */
  private static void install(Path browser) throws IOException {
    Path lock = browser.resolve("package-lock.json");
    Path installed = browser.resolve("node_modules/.package-lock.json");
    if (!Files.exists(installed)
        || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock)) < 0) {
      Commands.run(
              List.of("npm", "ci", "--no-audit", "--no-fund", "--prefix", browser.toString()),
              Map.of(),
              Duration.ofMinutes(5))
          .orThrow();
    }
  }

  /** Node passes on the terminal colours of a failure, which XML does not allow. */
  private static String readable(Path report) throws IOException {
    return Files.readString(report).replaceAll("\u001b\\[[0-9;]*m", "").replace("\u001b", "");
  }

  private static List<DynamicTest> tests(Path report, CommandResult run)
      throws IOException, ParserConfigurationException, SAXException {
    if (!Files.exists(report) || Files.size(report) == 0) {
      throw new AssertionError("The browser tests reported nothing: " + run);
    }
    NodeList cases =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(readable(report))))
            .getElementsByTagName("testcase");
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < cases.getLength(); i++) {
      Element test = (Element) cases.item(i);
      NodeList failures = test.getElementsByTagName("failure");
      String failure = failures.getLength() == 0 ? null : failures.item(0).getTextContent();
      tests.add(
          DynamicTest.dynamicTest(
              test.getAttribute("name"),
              () -> {
                if (failure != null) {
                  throw new AssertionError(failure.strip());
                }
              }));
    }
    return tests;
  }
}
