package org.repframework.engine.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.repframework.engine.store.Hashing;
import org.repframework.spi.Seeds;

/** Derives every seed from the workflow's seed, the replica and a purpose, and from nothing else. */
public record SeedTree(long workflow, int replica) implements Seeds {

    @Override
    public long seed(String purpose) {
        var digest = Hashing.digest();
        digest.update((workflow + "\0" + replica + "\0" + purpose).getBytes(StandardCharsets.UTF_8));
        var seed = ByteBuffer.wrap(digest.digest()).getLong();
        return seed == 0 ? 1 : seed;
    }
}
