package org.repframework.numerics;

import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * The last few values of a function of immutable objects, found by the object's identity. It keeps no object alive, and
 * gives way when memory is short.
 */
final class Recent<K, V> {

    private record Entry<K, V>(WeakReference<K> key, SoftReference<V> value) {}

    private final int capacity;
    private final Deque<Entry<K, V>> entries = new ArrayDeque<>();

    Recent(int capacity) {
        this.capacity = capacity;
    }

    V of(K key, Function<K, V> function) {
        var known = find(key);
        if (known != null) {
            return known;
        }
        var value = function.apply(key);
        synchronized (entries) {
            entries.addFirst(new Entry<>(new WeakReference<>(key), new SoftReference<>(value)));
            while (entries.size() > capacity) {
                entries.removeLast();
            }
        }
        return value;
    }

    private V find(K key) {
        synchronized (entries) {
            entries.removeIf(entry -> entry.key().get() == null);
            for (var entry : entries) {
                if (entry.key().refersTo(key)) {
                    return entry.value().get();
                }
            }
            return null;
        }
    }
}
