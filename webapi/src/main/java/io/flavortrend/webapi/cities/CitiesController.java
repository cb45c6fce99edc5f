package io.flavortrend.webapi.cities;

import io.flavortrend.access.AccessToken;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The cities that the user may see. */
@RestController
class CitiesController {
  record CityList(List<City> items) {}

  private final Cities cities;

  CitiesController(Cities cities) {
    this.cities = cities;
  }

  @GetMapping("/api/v1/cities")
  Mono<CityList> list(@AuthenticationPrincipal AccessToken token) {
    return cities.visibleTo(token).map(CityList::new);
  }
}
