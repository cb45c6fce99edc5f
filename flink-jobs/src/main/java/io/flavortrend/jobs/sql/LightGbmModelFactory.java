package io.flavortrend.jobs.sql;

import io.flavortrend.inference.modelpackage.ModelPackages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ResolvedCatalogModel;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.factories.ModelProviderFactory;
import org.apache.flink.table.ml.ModelProvider;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

/**
 * {@code CREATE MODEL … WITH ('provider' = 'lightgbm', 'uri' = …)}: finds the options and checks
 * the columns; the model itself is fetched where it predicts.
 */
public final class LightGbmModelFactory implements ModelProviderFactory {
  /** Its name in {@code 'provider'}. */
  public static final String IDENTIFIER = "lightgbm";

  /** Where the model is: a package of the platform, or LightGBM's text. */
  public static final ConfigOption<String> URI_OPTION =
      ConfigOptions.key("uri")
          .stringType()
          .noDefaultValue()
          .withDescription("file:, http:, https: or classpath:, of a package or a text model");

  /** What its bytes must be. */
  public static final ConfigOption<String> SHA256 =
      ConfigOptions.key("sha256")
          .stringType()
          .noDefaultValue()
          .withDescription("SHA-256 of its bytes, hexadecimal; not compared where it is absent");

  /** How large it may be. */
  public static final ConfigOption<MemorySize> MAX_SIZE =
      ConfigOptions.key("max-size")
          .memoryType()
          .defaultValue(new MemorySize(ModelPackages.MAX_BYTES))
          .withDescription("a larger model is refused");

  @Override
  public String factoryIdentifier() {
    return IDENTIFIER;
  }

  @Override
  public Set<ConfigOption<?>> requiredOptions() {
    return Set.of(URI_OPTION);
  }

  @Override
  public Set<ConfigOption<?>> optionalOptions() {
    return Set.of(SHA256, MAX_SIZE);
  }

  @Override
  public ModelProvider createModelProvider(Context context) {
    FactoryUtil.ModelProviderFactoryHelper helper =
        FactoryUtil.createModelProviderFactoryHelper(this, context);
    helper.validate();
    ResolvedCatalogModel model = context.getCatalogModel();
    ResolvedSchema inputs = model.getResolvedInputSchema();
    ResolvedSchema outputs = model.getResolvedOutputSchema();
    for (Column input : inputs.getColumns()) {
      if (!Numbers.allowed(input.getDataType().getLogicalType())) {
        throw new ValidationException(
            "Column %s of the model's INPUT is %s; allowed are numbers and BOOLEAN"
                .formatted(input.getName(), input.getDataType()));
      }
    }
    for (Column output : outputs.getColumns()) {
      if (!output.getDataType().getLogicalType().is(LogicalTypeRoot.DOUBLE)) {
        throw new ValidationException(
            "Column %s of the model's OUTPUT is %s; allowed is DOUBLE"
                .formatted(output.getName(), output.getDataType()));
      }
    }
    return new LightGbmModelProvider(location(helper.getOptions()), inputs, outputs);
  }

  private static ModelLocation location(ReadableConfig options) {
    String uri = options.get(URI_OPTION);
    try {
      return new ModelLocation(new URI(uri), options.get(SHA256), options.get(MAX_SIZE).getBytes());
    } catch (URISyntaxException e) {
      throw new ValidationException("'uri' is '%s', which is no URI".formatted(uri), e);
    }
  }
}
