package io.flavortrend.stack.cli;

import io.flavortrend.access.Role;
import io.flavortrend.stack.StackException;
import io.flavortrend.stack.home.JsonFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks webapi for a one-time sign-in link. */
final class SignInLink {
  private SignInLink() {}

  static String create(Workplace workplace) {
    String url = workplace.stack().url(workplace.stack().webapi());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/auth/links"))
            .timeout(Duration.ofSeconds(15))
            .header(
                "Authorization",
                "Bearer " + LocalToken.sign(workplace, Role.ADMIN, Duration.ofMinutes(1)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"username\":\"admin\"}"))
            .build();
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 201) {
        throw new StackException(
            "webapi made no sign-in link (%d): %s"
                .formatted(response.statusCode(), response.body()));
      }
      return url + JsonFile.MAPPER.readTree(response.body()).path("path").asString();
    } catch (IOException e) {
      throw new StackException("webapi made no sign-in link: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while a sign-in link was asked for", e);
    }
  }
}
