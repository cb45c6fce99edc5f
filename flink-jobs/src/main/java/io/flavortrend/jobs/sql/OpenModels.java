package io.flavortrend.jobs.sql;

import io.flavortrend.inference.EtaModel;
import io.flavortrend.inference.LightGbmModel;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.inference.modelpackage.ModelPackages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.table.api.ValidationException;
import org.jspecify.annotations.Nullable;

/** The packages that statements name, opened when first named; the few named last are kept. */
final class OpenModels implements AutoCloseable {
  private static final int KEPT = 4;

  private record Named(String uri, @Nullable String sha256) {}

  private final Map<Named, EtaModel> models = new LinkedHashMap<>(8, 0.75f, true);

  EtaModel get(String uri, @Nullable String sha256) throws ModelPackageException {
    Named named = new Named(uri, sha256);
    EtaModel known = models.get(named);
    if (known != null) {
      return known;
    }
    EtaModel opened =
        LightGbmModel.open(ModelPackages.fetch(uri(uri), sha256, ModelPackages.MAX_BYTES));
    models.put(named, opened);
    if (models.size() > KEPT) {
      Iterator<EtaModel> eldest = models.values().iterator();
      eldest.next().close();
      eldest.remove();
    }
    return opened;
  }

  @Override
  public void close() {
    models.values().forEach(EtaModel::close);
    models.clear();
  }

  private static URI uri(String uri) {
    try {
      return new URI(uri);
    } catch (URISyntaxException e) {
      throw new ValidationException("'%s' is no URI of a model package".formatted(uri), e);
    }
  }
}
