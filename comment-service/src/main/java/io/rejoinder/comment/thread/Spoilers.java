package io.rejoinder.comment.thread;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Nodes;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * {@code ||what gives the story away||}, within a paragraph, as {@code <span class="spoiler">}:
 * whoever shows a comment covers it until its reader asks for it.
 */
final class Spoilers implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {

  /** The class of the element that stands around one. */
  static final String CLASS = "spoiler";

  private static final int BARS = 2;

  @Override
  public void extend(Parser.Builder parser) {
    parser.customDelimiterProcessor(new Bars());
  }

  @Override
  public void extend(HtmlRenderer.Builder renderer) {
    renderer.nodeRendererFactory(Rendering::new);
  }

  private static final class Spoiler extends CustomNode {}

  private static final class Bars implements DelimiterProcessor {

    @Override
    public char getOpeningCharacter() {
      return '|';
    }

    @Override
    public char getClosingCharacter() {
      return '|';
    }

    @Override
    public int getMinLength() {
      return BARS;
    }

    @Override
    public int process(DelimiterRun opening, DelimiterRun closing) {
      // Four bars or more are somebody's table or drawing.
      if (opening.length() != BARS || closing.length() != BARS) {
        return 0;
      }
      Text opener = opening.getOpener();
      Node spoiler = new Spoiler();
      for (Node node : Nodes.between(opener, closing.getCloser())) {
        spoiler.appendChild(node);
      }
      opener.insertAfter(spoiler);
      return BARS;
    }
  }

  private static final class Rendering implements NodeRenderer {
    private final HtmlWriter html;
    private final HtmlNodeRendererContext context;

    Rendering(HtmlNodeRendererContext context) {
      this.html = context.getWriter();
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Spoiler.class);
    }

    @Override
    public void render(Node node) {
      html.tag("span", Map.of("class", CLASS));
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
      html.tag("/span");
    }
  }
}
