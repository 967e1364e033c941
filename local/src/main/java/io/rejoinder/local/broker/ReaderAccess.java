package io.rejoinder.local.broker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What other programs may do: read the open topics, in groups of their own. Everything else is
 * closed to them, as no rule opens it.
 */
public final class ReaderAccess {

  /** Every group of another program begins so; no group of the platform does. */
  public static final String GROUP_PREFIX = "reader.";

  private ReaderAccess() {}

  /** Grants the access; granting it again changes nothing. */
  public static void grant(Admin admin, Collection<String> topics) {
    List<AclBinding> rules = new ArrayList<>();
    for (String topic : topics) {
      ResourcePattern pattern = new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
      rules.add(allowed(pattern, AclOperation.READ));
      rules.add(allowed(pattern, AclOperation.DESCRIBE));
    }
    rules.add(
        allowed(
            new ResourcePattern(ResourceType.GROUP, GROUP_PREFIX, PatternType.PREFIXED),
            AclOperation.READ));
    try {
      admin.createAcls(rules).all().get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("access rules were not written: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while access rules were written", e);
    }
  }

  private static AclBinding allowed(ResourcePattern pattern, AclOperation operation) {
    return new AclBinding(
        pattern,
        new AccessControlEntry(
            "User:" + Credentials.READER, "*", operation, AclPermissionType.ALLOW));
  }
}
