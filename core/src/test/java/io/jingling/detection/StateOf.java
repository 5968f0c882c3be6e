package io.jingling.detection;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that an object of ours holds, to the last bit, as one hash. */
final class StateOf {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> leftOut;
    private long hash;

    private StateOf(Set<String> leftOut) {
        this.leftOut = leftOut;
    }

    /** @param leftOut names of fields that are not looked at */
    static long of(Object whole, Set<String> leftOut) {
        StateOf state = new StateOf(leftOut);
        state.add(whole);
        return state.hash;
    }

    private void add(Object part) {
        switch (part) {
            case null -> add(1);
            case Float number -> add(Float.floatToRawIntBits(number));
            case Number number -> add(number.longValue());
            case Boolean bool -> add(bool ? 2 : 3);
            case String text -> add(text.hashCode());
            case Enum<?> choice -> add(choice.ordinal());
            case int[] words -> add(Arrays.hashCode(words));
            case long[] words -> add(Arrays.hashCode(words));
            case float[] numbers -> add(Arrays.hashCode(numbers));
            case byte[] bytes -> add(Arrays.hashCode(bytes));
            case Object[] many -> Arrays.asList(many).forEach(this::add);
            case Optional<?> maybe -> maybe.ifPresent(this::add);
            case Collection<?> many -> many.forEach(this::add);
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    add(key);
                    add(value);
                });
            default -> addParts(part);
        }
    }

    private void add(long bits) {
        hash = Mix.of(hash, bits);
    }

    private void addParts(Object whole) {
        if (whole.getClass().getName().startsWith("io.jingling.") && seen.add(whole)) {
            for (Field field : whole.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !leftOut.contains(field.getName())) {
                    add(value(whole, field));
                }
            }
        }
    }

    private static Object value(Object whole, Field field) {
        try {
            field.setAccessible(true);
            return field.get(whole);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
