package io.flavortrend.jobs.etaprediction.model;

import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.inference.EtaModel;
import io.flavortrend.inference.LightGbmModel;
import io.flavortrend.inference.modelpackage.ModelPackage;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.inference.modelpackage.ModelPackageException.Reason;
import io.flavortrend.inference.modelpackage.ModelPackages;
import java.net.URI;

/** Loads LightGBM models from their packages. */
public record PackageLoader(int limitMb) implements ModelLoader {
  private static final long serialVersionUID = 1L;
  private static final long MIB = 1024 * 1024;

  @Override
  public EtaModel load(ModelRelease release) throws ModelPackageException {
    ModelPackage content =
        ModelPackages.fetch(URI.create(release.packageUri()), release.sha256(), limitMb * MIB);
    String version = content.signature().modelVersion();
    if (!version.equals(release.modelVersion())) {
      throw new ModelPackageException(
          Reason.SIGNATURE,
          "The package is of model %s and was announced as %s"
              .formatted(version, release.modelVersion()));
    }
    return LightGbmModel.open(content);
  }
}
