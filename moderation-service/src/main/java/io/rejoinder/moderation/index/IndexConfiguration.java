package io.rejoinder.moderation.index;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.moderation.account.Moderators;
import io.rejoinder.moderation.broker.Broker;
import io.rejoinder.moderation.erasure.ErasureProperties;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the index, which lies in the data folder, in {@code index-<instance>}. */
@Configuration(proxyBeanMethods = false)
class IndexConfiguration {

  private static final Words WORDS = new Words();

  @Bean
  Files indexFiles(@Value("${rejoinder.data}") Path data, Broker broker) {
    return new Files(data.resolve("index-" + broker.instance()), WORDS);
  }

  @Bean
  LuceneCatalogue catalogue(Files files, Threads threads, Moderators moderators) {
    return new LuceneCatalogue(files, new Queries(WORDS, threads::called, moderators::active));
  }

  @Bean
  Indexing indexing(
      Files files,
      LuceneCatalogue catalogue,
      Broker broker,
      @Value("${rejoinder.rebuild:false}") boolean rebuild,
      ErasureProperties erasure,
      MeterRegistry meters) {
    return new Indexing(files, catalogue, broker.clients(), rebuild, erasure.within(), meters);
  }

  @Bean
  IndexHealth indexHealthIndicator(Indexing indexing) {
    return new IndexHealth(indexing);
  }
}
