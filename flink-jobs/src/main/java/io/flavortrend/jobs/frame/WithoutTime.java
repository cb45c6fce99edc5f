package io.flavortrend.jobs.frame;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Says as soon as it opens that nobody waits for the time of what it passes on. A source without
 * watermarks would hold those of all operators behind it at the least number, in Flink's UI and for
 * whoever asks how far the job has come. It cannot be a watermark strategy: those speak with the
 * first record, and there may never be one.
 */
public final class WithoutTime<T> extends AbstractStreamOperator<T>
    implements OneInputStreamOperator<T, T> {
  private static final long serialVersionUID = 1L;

  @Override
  public void open() throws Exception {
    super.open();
    output.emitWatermark(Watermark.MAX_WATERMARK);
  }

  @Override
  public void processElement(StreamRecord<T> element) {
    output.collect(element);
  }

  @Override
  public void processWatermark(Watermark mark) {
    // The last word is said.
  }
}
