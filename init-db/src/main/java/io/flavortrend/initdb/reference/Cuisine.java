package io.flavortrend.initdb.reference;

import java.util.List;

/**
 * What a restaurant cooks, how it may be called and what is on its menu.
 *
 * @param code the cuisine in SQL
 * @param weight how common it is
 * @param names first words of such restaurants' names
 * @param dishes at least eight, with usual prices in millimes (a thousandth of a dinar)
 */
record Cuisine(String code, int weight, List<String> names, List<Dish> dishes) {

  /** A dish and its usual price in millimes. */
  record Dish(String name, int millimes) {}

  private static Dish dish(String name, int millimes) {
    return new Dish(name, millimes);
  }

  static final List<Cuisine> ALL =
      List.of(
          new Cuisine(
              "tunisian",
              30,
              List.of("Dar", "Restaurant", "Le Patio", "Fondouk", "Chez", "El Walima"),
              List.of(
                  dish("Couscous à l'agneau", 18_500),
                  dish("Couscous au poisson", 21_000),
                  dish("Ojja merguez", 11_500),
                  dish("Kamounia", 13_000),
                  dish("Brik à l'œuf", 3_500),
                  dish("Lablabi", 4_500),
                  dish("Mloukhia", 15_500),
                  dish("Salade méchouia", 6_000),
                  dish("Chorba frik", 5_500),
                  dish("Kafteji", 7_500))),
          new Cuisine(
              "sandwiches",
              25,
              List.of("Baguette", "Chapati", "Snack", "Le Coin", "Fricassé", "Makloub"),
              List.of(
                  dish("Fricassé", 1_500),
                  dish("Makloub escalope", 8_500),
                  dish("Chapati thon", 6_000),
                  dish("Mlawi omelette", 5_500),
                  dish("Sandwich kafteji", 5_000),
                  dish("Baguette farcie", 9_000),
                  dish("Kebab", 9_500),
                  dish("Frites harissa", 3_500),
                  dish("Jus de citron", 3_000))),
          new Cuisine(
              "pizza",
              18,
              List.of("Pizzeria", "La Piazza", "Napoli", "Il Forno", "Bella"),
              List.of(
                  dish("Pizza margherita", 10_500),
                  dish("Pizza thon", 13_500),
                  dish("Pizza quatre saisons", 15_500),
                  dish("Pizza merguez", 14_500),
                  dish("Pizza fruits de mer", 19_500),
                  dish("Lasagnes", 15_000),
                  dish("Spaghetti fruits de mer", 18_000),
                  dish("Tiramisu", 7_000))),
          new Cuisine(
              "grill",
              12,
              List.of("Grillade", "El Kanoun", "La Braise", "Méchoui"),
              List.of(
                  dish("Méchoui d'agneau", 24_500),
                  dish("Poulet rôti", 16_000),
                  dish("Brochettes de bœuf", 19_500),
                  dish("Merguez grillées", 13_500),
                  dish("Foie grillé", 14_000),
                  dish("Côtelettes", 26_000),
                  dish("Escalope grillée", 14_500),
                  dish("Slata tounsia", 5_500))),
          new Cuisine(
              "seafood",
              8,
              List.of("Le Pêcheur", "La Sirène", "Le Corail", "El Bahr"),
              List.of(
                  dish("Daurade grillée", 26_500),
                  dish("Loup au four", 28_000),
                  dish("Calamars farcis", 24_000),
                  dish("Crevettes royales", 32_500),
                  dish("Complet poisson", 22_500),
                  dish("Soupe de poisson", 9_500),
                  dish("Salade de poulpe", 14_500),
                  dish("Ojja crevettes", 19_000))),
          new Cuisine(
              "pastry",
              7,
              List.of("Pâtisserie", "Gourmandise", "Bsissa", "La Maison du Bambalouni"),
              List.of(
                  dish("Bambalouni", 1_200),
                  dish("Makroudh", 6_500),
                  dish("Baklawa", 9_500),
                  dish("Kaak warka", 11_000),
                  dish("Samsa", 7_500),
                  dish("Millefeuille", 4_500),
                  dish("Thé aux pignons", 5_000),
                  dish("Café direct", 2_500))));

  /** The cuisine at a position between 0 and 1 of the scale on which common ones are wider. */
  static Cuisine at(double position) {
    int total = ALL.stream().mapToInt(Cuisine::weight).sum();
    double left = position * total;
    for (Cuisine cuisine : ALL) {
      left -= cuisine.weight();
      if (left < 0) {
        return cuisine;
      }
    }
    return ALL.get(0);
  }
}
