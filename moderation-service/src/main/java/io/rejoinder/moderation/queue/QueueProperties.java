package io.rejoinder.moderation.queue;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of the queue's edge: {@code rejoinder.queue.*}.
 *
 * @param decisionWait how long the answer to a decision waits for its outcome; 2 s
 * @param consoles live streams at once; 200
 * @param consoleBuffer items that a slow console may be behind before it is cut off; 256
 * @param ring items that a console can resume behind; 512
 * @param heartbeat of a live stream; 15 s
 */
@Validated
@ConfigurationProperties("rejoinder.queue")
public record QueueProperties(
    @DefaultValue("2s") Duration decisionWait,
    @DefaultValue("200") @Min(1) int consoles,
    @DefaultValue("256") @Min(1) int consoleBuffer,
    @DefaultValue("512") @Min(1) int ring,
    @DefaultValue("15s") Duration heartbeat) {}
