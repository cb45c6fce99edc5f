package io.flavortrend.webapi.openapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.flavortrend.webapi.access.RoleRule;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What springdoc cannot find out by itself: how the JSON names its fields, and how to sign in. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
  private static final String BEARER = "bearer";

  /** springdoc reads records with a mapper of its own, which has to name fields as ours does. */
  @Bean
  ModelResolver modelResolver() {
    return new ModelResolver(
        Json.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
  }

  /** Who may do it: the rules themselves are told, so that the two cannot differ. */
  @Bean
  OpenApiCustomizer roles() {
    return api -> RoleRule.ALL.forEach(rule -> describe(api, rule));
  }

  private static void describe(OpenAPI api, RoleRule rule) {
    PathItem path = api.getPaths().get(rule.path());
    Operation operation =
        path == null
            ? null
            : path.readOperationsMap().get(PathItem.HttpMethod.valueOf(rule.method().name()));
    if (operation != null) {
      operation.setDescription("Needs the role %s.".formatted(rule.role().code()));
    }
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(new Info().title("Flavor Trend").version("v1"))
        .addSecurityItem(new SecurityRequirement().addList(BEARER))
        .components(
            new Components()
                .addSecuritySchemes(
                    BEARER, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")));
  }
}
