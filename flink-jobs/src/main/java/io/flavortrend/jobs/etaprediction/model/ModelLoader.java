package io.flavortrend.jobs.etaprediction.model;

import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.inference.EtaModel;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import java.io.Serializable;

/** Loads a release's model; called on a thread of its own, and may take its time. */
@FunctionalInterface
public interface ModelLoader extends Serializable {
  /**
   * Loads it.
   *
   * @throws ModelPackageException when its package cannot be reached or is refused
   */
  EtaModel load(ModelRelease release) throws ModelPackageException;
}
