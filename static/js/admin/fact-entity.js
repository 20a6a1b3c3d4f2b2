/*
 * Facts of the directory in the rich-text editor: the button opens the window of directory/rich_text/chooser.py, the
 * chosen fact stands in the text as one piece that nobody can type into, and a press on it shows whose fact it is.
 * The words of the two buttons come as data attributes of this script's element (rich_text/editor.py).
 */
(() => {
  const { React, ReactDOM, DraftJS, draftail } = window;
  const { EditorState, Modifier } = DraftJS;
  const words = { ...document.currentScript?.dataset };
  const element = React.createElement;
  const TYPE = "FACT";

  // The ends of the fact that the caret stands inside of; null where it stands in none.
  const factAround = (editorState, selection) => {
    const content = editorState.getCurrentContent();
    const block = content.getBlockForKey(selection.getStartKey());
    const caret = selection.getStartOffset();
    const key = caret > 0 && block.getEntityAt(caret);
    if (!key || key !== block.getEntityAt(caret - 1) || content.getEntity(key).getType() !== TYPE) return null;
    let [start, end] = [caret, caret];
    while (start > 0 && block.getEntityAt(start - 1) === key) start -= 1;
    while (end < block.getLength() && block.getEntityAt(end) === key) end += 1;
    return { start, end };
  };

  // The caret never rests inside a fact, so nothing is typed or pasted into one: it leaps to the other end.
  const leap = {
    type: TYPE,
    onChange(editorState, { getEditorState }) {
      const selection = editorState.getSelection();
      if (!selection.isCollapsed() || !selection.getHasFocus()) return editorState;
      const around = factAround(editorState, selection);
      if (!around) return editorState;
      const before = getEditorState().getSelection();
      const from = before.getStartKey() === selection.getStartKey() ? before.getStartOffset() : null;
      const caret = selection.getStartOffset();
      const isNearEnd = caret - around.start > around.end - caret;
      const isToEnd = from === around.start || (from !== around.end && isNearEnd);
      const offset = isToEnd ? around.end : around.start;
      return EditorState.forceSelection(editorState, selection.merge({ anchorOffset: offset, focusOffset: offset }));
    },
  };

  class FactSource extends draftail.ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.factChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    filterEntityData({ id, label }) {
      return { id, label };
    }

    onChosen(fact) {
      const { editorState, onComplete } = this.props;
      const data = this.filterEntityData(fact);
      const content = editorState.getCurrentContent().createEntity(TYPE, "IMMUTABLE", data);
      const selection = editorState.getSelection();
      const style = editorState.getCurrentInlineStyle();
      const changed = Modifier.replaceText(content, selection, fact.text, style, content.getLastCreatedEntityKey());
      this.workflow.close();
      onComplete(EditorState.push(editorState, changed, "insert-characters"));
    }
  }

  const placeOf = (node) => {
    const container = node.closest("[data-draftail-editor-wrapper]");
    const outer = container.getBoundingClientRect();
    const inner = node.getBoundingClientRect();
    const { scrollTop, scrollLeft } = document.documentElement;
    return {
      container,
      top: inner.top - outer.top - scrollTop,
      left: inner.left - outer.left - scrollLeft,
      width: inner.width,
      height: inner.height,
    };
  };

  const button = (label, kind, onClick) => {
    const className = `button button-small Tooltip__button ${kind}`;
    return element("button", { type: "button", className, onClick }, label);
  };

  class FactEntity extends React.Component {
    constructor(props) {
      super(props);
      this.state = { place: null };
      this.tooltip = React.createRef();
      this.open = this.open.bind(this);
      this.close = this.close.bind(this);
      this.change = this.change.bind(this);
      this.remove = this.remove.bind(this);
    }

    componentWillUnmount() {
      this.listen(false);
    }

    listen(isOn) {
      const act = isOn ? "addEventListener" : "removeEventListener";
      ["mousedown", "keydown"].forEach((name) => document[act](name, this.close, true));
      window[act]("resize", this.close);
    }

    open(event) {
      this.setState({ place: placeOf(event.target.closest("[data-draftail-trigger]")) });
      this.listen(true);
    }

    close(event) {
      if (event && event.type === "mousedown" && this.tooltip.current?.contains(event.target)) return;
      this.listen(false);
      this.setState({ place: null });
    }

    change() {
      this.close();
      this.props.onEdit(this.props.entityKey);
    }

    // The number goes with its fact: left behind, it would be a typed one that grows old.
    remove() {
      const { entityKey, getEditorState, setEditorState } = this.props;
      this.close();
      const editorState = getEditorState();
      const whole = draftail.DraftUtils.getEntitySelection(editorState, entityKey);
      const content = Modifier.removeRange(editorState.getCurrentContent(), whole, "forward");
      setEditorState(EditorState.push(editorState, content, "remove-range"));
    }

    renderTooltip(label) {
      const { place } = this.state;
      // What happens in the tooltip is no business of the text below it, which React would tell of it.
      const quiet = {
        onMouseDown: (event) => {
          event.preventDefault();
          event.stopPropagation();
        },
        onMouseUp: (event) => event.stopPropagation(),
      };
      return ReactDOM.createPortal(
        element(
          "div",
          { ref: this.tooltip, className: "fact-entity-tooltip", ...quiet },
          element(
            draftail.Tooltip,
            { target: place, direction: "top" },
            element("span", { className: "fact-entity-label" }, label),
            button(words.change, "", this.change),
            button(words.remove, "button-secondary no", this.remove),
          ),
        ),
        place.container,
      );
    }

    render() {
      const { children, contentState, entityKey } = this.props;
      const { label } = contentState.getEntity(entityKey).getData();
      const icon = element("use", { href: "#icon-group" });
      return element(
        "span",
        { className: "fact-entity", title: label, "data-draftail-trigger": true, onMouseUp: this.open },
        element("svg", { className: "icon icon-group fact-entity-icon", "aria-hidden": true }, icon),
        children,
        this.state.place && this.renderTooltip(label),
      );
    }
  }

  draftail.registerPlugin({ type: TYPE, source: FactSource, decorator: FactEntity }, "entityTypes");
  draftail.registerPlugin(leap, "plugins");
})();
