package io.flavortrend.jobs.sql;

import io.flavortrend.inference.modelpackage.Artifacts;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import java.io.Serializable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a model is.
 *
 * @param uri {@code file:}, {@code http(s):} or {@code classpath:}
 * @param sha256 of its bytes, hexadecimal; null where it is not compared
 * @param maxBytes what is larger is refused
 */
record ModelLocation(URI uri, @Nullable String sha256, long maxBytes) implements Serializable {
  byte[] fetch() throws ModelPackageException {
    return Artifacts.fetch(uri, sha256, maxBytes);
  }
}
