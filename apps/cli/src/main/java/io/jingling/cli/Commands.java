package io.jingling.cli;

import java.lang.reflect.Constructor;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, giving each that wants it the {@link Surroundings}. */
final class Commands implements IFactory {
    private final Surroundings surroundings;

    Commands(Terminal terminal, Map<String, String> environment) {
        surroundings = new Surroundings(terminal, environment);
    }

    /**
     * What a command gets from outside.
     *
     * @param environment variables of the process
     */
    record Surroundings(Terminal terminal, Map<String, String> environment) {}

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Surroundings.class) {
                return type.cast(constructor.newInstance(surroundings));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
