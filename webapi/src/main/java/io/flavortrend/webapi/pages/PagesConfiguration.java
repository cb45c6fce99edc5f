package io.flavortrend.webapi.pages;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.resource.PathResourceResolver;
import reactor.core.publisher.Mono;

/**
 * Serves the dashboard from the class path. Files under {@code assets/} carry a hash in their name
 * and never change; everything else is asked for again each time. A path that is no file and looks
 * like a page is the dashboard's own to route.
 */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebFluxConfigurer {
  private static final String STATIC = "classpath:/static/";

  /** The root, which is no file's path and so never reaches the resource handlers. */
  @Bean
  RouterFunction<ServerResponse> startPage() {
    Resource index = new ClassPathResource("static/index.html");
    return RouterFunctions.route(
        RequestPredicates.GET("/"),
        request ->
            ServerResponse.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noCache())
                .body(BodyInserters.fromResource(index)));
  }

  /** None: parameters are checked where they are used, with errors that name what is allowed. */
  @Override
  public Validator getValidator() {
    return new NoValidation();
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(STATIC + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .resourceChain(true);
    registry
        .addResourceHandler("/**")
        .addResourceLocations(STATIC)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new PageResolver());
  }

  private static final class NoValidation implements Validator {
    @Override
    public boolean supports(Class<?> type) {
      return false;
    }

    @Override
    public void validate(Object target, Errors errors) {
      throw new UnsupportedOperationException("Supports nothing");
    }
  }

  private static final class PageResolver extends PathResourceResolver {
    @Override
    protected Mono<Resource> getResource(String path, Resource location) {
      Mono<Resource> file = path.isEmpty() ? Mono.empty() : super.getResource(path, location);
      return isPage(path)
          ? file.switchIfEmpty(Mono.defer(() -> super.getResource("index.html", location)))
          : file;
    }

    private static boolean isPage(String path) {
      String last = path.substring(path.lastIndexOf('/') + 1);
      return !path.equals("api") && !path.startsWith("api/") && !last.contains(".");
    }
  }
}
