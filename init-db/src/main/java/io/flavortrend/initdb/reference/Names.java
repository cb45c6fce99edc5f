package io.flavortrend.initdb.reference;

import java.util.List;
import java.util.Random;

/** Plausible Tunisian names and numbers of people who do not exist. */
final class Names {
  private static final List<String> GIVEN =
      List.of(
          "Mohamed", "Ahmed", "Ali", "Amine", "Aymen", "Anis", "Bilel", "Fathi", "Hamza", "Hatem",
          "Hichem", "Khaled", "Karim", "Marwen", "Mehdi", "Nabil", "Oussama", "Rami", "Sami",
          "Skander", "Walid", "Wassim", "Yassine", "Youssef", "Zied", "Amira", "Asma", "Aya",
          "Chaima", "Dorra", "Emna", "Fatma", "Hajer", "Ines", "Khadija", "Leïla", "Mariem", "Nour",
          "Olfa", "Rania", "Rim", "Salma", "Sarra", "Sonia", "Wafa", "Yasmine", "Zeineb");

  private static final List<String> FAMILY =
      List.of(
          "Trabelsi",
          "Ben Ali",
          "Ben Salah",
          "Mejri",
          "Jebali",
          "Gharbi",
          "Hammami",
          "Chebbi",
          "Bouazizi",
          "Ayari",
          "Dridi",
          "Riahi",
          "Khelifi",
          "Mansouri",
          "Sassi",
          "Ben Amor",
          "Zouari",
          "Masmoudi",
          "Sfaxi",
          "Jaziri",
          "Karoui",
          "Slimani",
          "Belhadj",
          "Nasri",
          "Oueslati",
          "Abidi",
          "Maaloul",
          "Ferchichi",
          "Guesmi",
          "Haddad",
          "Kallel",
          "Bouzid");

  private static final List<String> STREETS =
      List.of(
          "rue de la Liberté",
          "avenue Habib Bourguiba",
          "rue Ibn Khaldoun",
          "rue de Marseille",
          "avenue de Carthage",
          "rue Farhat Hached",
          "rue Mongi Slim",
          "avenue de la République",
          "rue Ali Belhouane",
          "rue du 2 Mars",
          "avenue Taïeb Mhiri",
          "rue Tahar Sfar");

  private Names() {}

  static String person(Random random) {
    return pick(GIVEN, random) + " " + family(random);
  }

  static String family(Random random) {
    return pick(FAMILY, random);
  }

  /** A number of the form of Tunisian mobiles. */
  static String phone(Random random) {
    String first = pick(List.of("2", "5", "9"), random);
    return "+216 %s%07d".formatted(first, random.nextInt(10_000_000));
  }

  static String address(Random random) {
    return "%d %s".formatted(1 + random.nextInt(120), pick(STREETS, random));
  }

  static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
