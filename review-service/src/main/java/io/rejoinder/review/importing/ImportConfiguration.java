package io.rejoinder.review.importing;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.Secret;
import io.rejoinder.review.review.ReviewWriting;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaOperations;

/** Wires the room of imports. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

  /** The installation's secret: given as text, else in the data folder. */
  @Bean
  Secret secret(
      @Value("${REJOINDER_SECRET:}") String given, @Value("${rejoinder.data:data}") Path data) {
    return given.isBlank() ? Secret.in(data) : Secret.of(given);
  }

  @Bean
  WordPressImport wordPressImport(
      ImportProperties properties,
      Secret secret,
      Clock clock,
      Sending.Outgoing outgoing,
      KafkaProperties kafka,
      MeterRegistry meters) {
    return new WordPressImport(
        properties,
        new Drafts(new Sealer(secret), clock),
        outgoing,
        new SentComments(kafka.buildAdminProperties()),
        meters);
  }

  @Bean
  Sending.Outgoing outgoing(
      ReviewWriting writing,
      KafkaOperations<byte[], byte[]> kafka,
      EventCodec codec,
      ImportProperties properties) {
    return new Sending.Outgoing(writing, kafka, codec, properties.outage());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ImportBatches importBatches(WordPressImport importer, ImportProperties properties, Clock clock) {
    return new ImportBatches(importer, properties, clock);
  }
}
