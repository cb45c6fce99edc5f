package io.flavortrend.stack.cli;

import io.flavortrend.settings.Settings;
import io.flavortrend.stack.component.Installation;
import io.flavortrend.stack.component.StackSettings;
import io.flavortrend.stack.home.FlavorHome;

/**
 * What every command starts from.
 *
 * @param settings the environment
 * @param installation the built project
 * @param home the stack's folder
 * @param stack addresses and ports
 */
record Workplace(
    Settings settings, Installation installation, FlavorHome home, StackSettings stack) {

  /** The workplace that the environment names. */
  static Workplace here() {
    Settings settings = Settings.fromEnvironment();
    Installation installation = Installation.of(settings);
    return new Workplace(
        settings,
        installation,
        FlavorHome.of(settings, installation.project()),
        StackSettings.from(settings));
  }
}
