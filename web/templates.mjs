// Takes the line breaks and the indentation out of html and css templates: a browser reads one space for all of it.
import ts from 'typescript';

const TAGS = new Set(['html', 'css']);
const collapsed = (text) => text.replace(/\s*\n\s*/g, ' ');

/** The places of the literal parts of such templates, nested ones included. */
function* literals(node) {
  if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && TAGS.has(node.tag.text)) {
    const { template } = node;
    const parts = ts.isNoSubstitutionTemplateLiteral(template) ? [template] : [template.head, ...template.templateSpans.map(({ literal }) => literal)];
    for (const part of parts) yield [part.getStart(), part.getEnd()];
  }
  const children = [];
  ts.forEachChild(node, (child) => { children.push(child); });
  for (const child of children) yield* literals(child);
}

export const templates = {
  name: 'templates',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('.ts') || id.includes('node_modules')) return null;
    const source = ts.createSourceFile(id, code, ts.ScriptTarget.Latest, true);
    const places = [...literals(source)].sort(([a], [b]) => b - a);
    let changed = code;
    for (const [start, end] of places) changed = changed.slice(0, start) + collapsed(changed.slice(start, end)) + changed.slice(end);
    return { code: changed, map: null };
  },
};
