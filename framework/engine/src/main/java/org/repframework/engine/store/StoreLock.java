package org.repframework.engine.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one run at a time write into a store; the operating system frees it when the process ends, however it ends.
 * Readers take no lock.
 */
public final class StoreLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private StoreLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws StoreBusy if another process holds it */
    public static StoreLock acquire(Store store) throws IOException, StoreBusy {
        Files.createDirectories(store.root());
        var file = store.root().resolve("lock");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new StoreBusy("the store " + store.root() + " is in use by process " + owner(file)
                    + "; wait for it, or give this run a store of its own with --store");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new StoreLock(channel, lock);
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private static String owner(Path file) throws IOException {
        var text = Files.readString(file).strip();
        return text.isEmpty() ? "(unknown)" : text;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }

    /** Another process writes into the store. */
    public static final class StoreBusy extends Exception {
        private static final long serialVersionUID = 1;

        StoreBusy(String message) {
            super(message);
        }
    }
}
