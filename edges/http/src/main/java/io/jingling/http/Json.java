package io.jingling.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.jingling.domain.Masking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads one strict JSON document into a record: no unknown fields, no other types, nothing twice. */
final class Json {
    private static final List<CoercionInputShape> NO_TEXT = List.of(
            CoercionInputShape.Integer,
            CoercionInputShape.Float,
            CoercionInputShape.Boolean,
            CoercionInputShape.EmptyArray,
            CoercionInputShape.EmptyObject);
    private static final String DESCRIBED = "what /q/openapi describes";
    private static final ObjectMapper STRICT = strict();

    private Json() {}

    /** The document, or {@link BadInput}. What is absent in it is null in the record. */
    static <T> T read(byte[] body, Class<T> type) {
        try (JsonParser parser = STRICT.createParser(body)) {
            return read(parser, type);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static <T> T read(JsonParser parser, Class<T> type) throws IOException {
        try {
            T read = STRICT.readValue(parser, type);
            if (read == null) {
                throw new BadInput("body", "null", "a JSON object");
            }
            return read;
        } catch (UnrecognizedPropertyException unknown) {
            throw new BadInput(path(unknown), "a field that is not known here", "one of " + known(unknown));
        } catch (InvalidFormatException wrong) {
            throw new BadInput(path(wrong), shown(wrong), wanted(wrong));
        } catch (MismatchedInputException wrong) {
            throw new BadInput(path(wrong), token(parser), wanted(wrong));
        } catch (JsonMappingException wrong) {
            boolean range = wrong.getCause() instanceof InputCoercionException;
            throw new BadInput(path(wrong), range ? "a number out of range" : "JSON that cannot be read", DESCRIBED);
        } catch (JsonProcessingException broken) {
            throw new BadInput("body", broken(broken), "one JSON object");
        }
    }

    static byte[] write(Object answer) {
        try {
            return STRICT.writeValueAsBytes(answer);
        } catch (JsonProcessingException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static ObjectMapper strict() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
                .build();
        NO_TEXT.forEach(shape -> mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail));
        return mapper;
    }

    private static String path(JsonMappingException wrong) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : wrong.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(Masking.clip(step.getFieldName()));
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static Collection<Object> known(UnrecognizedPropertyException unknown) {
        return new TreeSet<>(unknown.getKnownPropertyIds());
    }

    private static String shown(InvalidFormatException wrong) {
        return wrong.getValue() instanceof String text
                ? '"' + Masking.clip(text) + '"'
                : Masking.clip(String.valueOf(wrong.getValue()));
    }

    private static String token(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT, END_OBJECT, FIELD_NAME -> "an object";
            case START_ARRAY, END_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "something else";
        };
    }

    private static String wanted(MismatchedInputException wrong) {
        Class<?> type = wrong.getTargetType();
        if (type == null) {
            return DESCRIBED;
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number";
        }
        return Collection.class.isAssignableFrom(type) && !Map.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    private static String broken(JsonProcessingException broken) {
        String why = String.valueOf(broken.getOriginalMessage());
        if (why.startsWith("Duplicate field")) {
            return "a field twice";
        }
        return broken.getLocation() == null
                ? "no JSON"
                : "no JSON at line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr();
    }
}
