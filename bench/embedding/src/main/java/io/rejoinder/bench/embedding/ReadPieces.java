package io.rejoinder.bench.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Has the model read every piece of its vocabulary as "you" and the piece: said to somebody, a word
 * shows whether it is an insult better than alone (F1 on toxicity 0.910 rather than 0.898, means
 * over the folds of four seeds). Writes the number of pieces, the length of a vector, and each
 * piece with its vector, the first of the model's output.
 */
public final class ReadPieces {

  private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

  private static final String BEGIN = "[CLS]";
  private static final String CONTEXT = "you";
  private static final String END = "[SEP]";
  private static final int LENGTH = 4;

  /** Pieces that are read at a time. */
  private static final int BATCH = 64;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String[] pieces;
  private final long[] frame;

  private ReadPieces(OrtEnvironment environment, OrtSession session, JsonNode vocabulary) {
    this.environment = environment;
    this.session = session;
    this.pieces = new String[vocabulary.size()];
    vocabulary.properties().forEach(piece -> pieces[piece.getValue().asInt()] = piece.getKey());
    this.frame =
        new long[] {
          number(vocabulary, BEGIN), number(vocabulary, CONTEXT), 0, number(vocabulary, END)
        };
  }

  private static long number(JsonNode vocabulary, String piece) {
    return vocabulary.required(piece).asLong();
  }

  /**
   * Reads and writes; one core, about three minutes.
   *
   * @param arguments the file to write
   */
  public static void main(String[] arguments) throws IOException, OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    // One thread, so that sums are in one order.
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    JsonNode vocabulary = new ObjectMapper().readTree(bytes(TOKENIZER)).at("/model/vocab");
    try (OrtSession session = environment.createSession(bytes(MODEL), options);
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0]))))) {
      new ReadPieces(environment, session, vocabulary).write(out);
    }
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream in = ReadPieces.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource + ": not on the class path");
      }
      return in.readAllBytes();
    }
  }

  private void write(DataOutputStream out) throws IOException, OrtException {
    out.writeInt(pieces.length);
    for (int from = 0; from < pieces.length; from += BATCH) {
      float[][] vectors = read(from, Math.min(BATCH, pieces.length - from));
      if (from == 0) {
        out.writeInt(vectors[0].length);
      }
      for (int i = 0; i < vectors.length; i++) {
        out.writeUTF(pieces[from + i]);
        for (float value : vectors[i]) {
          out.writeFloat(value);
        }
      }
    }
  }

  private float[][] read(int from, int count) throws OrtException {
    long[] numbers = new long[count * LENGTH];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i % LENGTH == 2 ? from + i / LENGTH : frame[i % LENGTH];
    }
    long[] ones = new long[numbers.length];
    Arrays.fill(ones, 1);
    long[] shape = {count, LENGTH};
    try (OnnxTensor ids = tensor(numbers, shape);
        OnnxTensor mask = tensor(ones, shape);
        OnnxTensor types = tensor(new long[numbers.length], shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      float[][][] output = (float[][][]) result.get(0).getValue();
      return Arrays.stream(output).map(piece -> piece[0]).toArray(float[][]::new);
    }
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }
}
