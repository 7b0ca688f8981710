// Which view shows a class, and what they look like.
ControlViewer.CLASSES = {
	AcceptDialog: WindowView, BaseButton: ButtonView, BoxContainer: BoxView, Button: ButtonView, CenterContainer: CenterView, CheckBox: CheckView, CheckButton: CheckView,
	ColorRect: ColorView, Container: ContainerView, FlowContainer: BoxView, GridContainer: GridView, HBoxContainer: BoxView, HFlowContainer: BoxView, HSeparator: SeparatorView,
	HSlider: RangeView, HSplitContainer: BoxView, ItemList: ListView, Label: LabelView, LineEdit: LineView, LinkButton: LinkButtonView, MarginContainer: ContainerView,
	MenuButton: ButtonView, OptionButton: OptionView, PanelContainer: ContainerView, Popup: PopupView, PopupMenu: MenuView, ProgressBar: ProgressView, Range: HiddenView,
	RichTextLabel: RichTextView, ScrollBar: HiddenView, ScrollContainer: ScrollView, Slider: RangeView, SpinBox: SpinView, TabContainer: TabsView, TextureRect: PictureView, TextEdit: TextView,
	Tree: TreeView, VBoxContainer: BoxView, VFlowContainer: BoxView, VSeparator: SeparatorView, VSlider: RangeView, VSplitContainer: BoxView, Window: WindowView,
};

ControlViewer.STYLE = `
.estragon { position: fixed; inset: 0; overflow: hidden; font: 16px/1.4 system-ui, sans-serif; color: #e8f2dc; background: #1f2a24; }
.estragon .e-root { position: absolute; inset: 0; }
.estragon [hidden] { display: none !important; }
.e { box-sizing: border-box; font: inherit; color: inherit; }
.e-Control { position: relative; }
.e { pointer-events: auto; } .e-Label { pointer-events: none; } .e-Label[title]:not([title='']) { pointer-events: auto; }
.e-HBoxContainer, .e-VBoxContainer, .e-BoxContainer, .e-HFlowContainer, .e-VFlowContainer, .e-FlowContainer, .e-HSplitContainer, .e-VSplitContainer { display: flex; min-height: 0; }
.e-Container, .e-MarginContainer, .e-CenterContainer, .e-PanelContainer, .e-ScrollContainer, .e-TabContainer > .e-panels { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); min-height: 0; }
.e-Container > .e, .e-MarginContainer > .e, .e-CenterContainer > .e, .e-PanelContainer > .e, .e-ScrollContainer > .e, .e-panels > .e { grid-area: 1 / 1; }
.e-ScrollContainer { grid-template: auto / auto; }
.e-GridContainer { display: grid; }
.e-TabContainer { display: flex; flex-direction: column; min-height: 0; }
.e-TabContainer > .e-panels { flex: 1; }
.e-bar { display: flex; gap: 2px; }
.e-bar > [aria-selected=true] { background: #466b52; }
.e-RichTextLabel { white-space: pre-wrap; overflow-wrap: anywhere; min-height: 1.4em; margin: 0; }
.e-bold { font-weight: bold; } .e-italic { font-style: italic; } .e-mono { font-family: ui-monospace, monospace; }
.e-underlined { text-decoration: underline; } .e-struck { text-decoration: line-through; } .e-underlined.e-struck { text-decoration: underline line-through; }
.e-link, .e-LinkButton { color: #9fd0ff; text-decoration: underline; cursor: pointer; background: none; border: 0; }
.estragon button, .estragon select, .estragon input, .estragon textarea { font: inherit; color: inherit; background-color: #2d3d34; border: 1px solid #5b7a67; border-radius: 4px; padding: 0.25em 0.6em; }
.estragon button.e-flat, .estragon button.e-LinkButton { background: none; border-color: transparent; }
.estragon button { cursor: pointer; } .estragon :disabled { opacity: 0.5; cursor: default; }
.estragon button[aria-pressed=true] { background: #466b52; }
.estragon :focus-visible { outline: 2px solid #9fd0ff; outline-offset: 1px; }
.estragon input[type=range], .estragon input[type=checkbox] { padding: 0; }
.e-CheckBox, .e-CheckButton { display: inline-flex; align-items: center; gap: 0.4em; }
.e-VSlider { writing-mode: vertical-lr; direction: rtl; }
.e-LineEdit, .e-OptionButton { min-width: 4em; }
.e-TextEdit { resize: none; min-height: 3em; }
.e-SpinBox { display: inline-flex; align-items: center; gap: 0.25em; } .e-SpinBox > input { flex: 1; min-width: 4em; }
.e-ProgressBar { display: flex; align-items: center; gap: 0.5em; } .e-ProgressBar > progress { flex: 1; }
.e-ItemList, .e-Tree { margin: 0; padding: 0; list-style: none; overflow: auto; background: #26332c; border-radius: 4px; min-height: 2em; }
.e-ItemList > li { padding: 0.15em 0.5em; cursor: pointer; } .e-ItemList > [aria-disabled=true] { opacity: 0.5; }
.e-ItemList > [aria-selected=true], .e-Tree [aria-selected=true] { background: #466b52; }
.e-Tree table { border-collapse: collapse; width: 100%; } .e-Tree td button { border: 0; background: none; padding: 0 0.25em; }
.e-PanelContainer, .e-Panel { background: #26332c; border-radius: 4px; }
.e-TextureRect { position: relative; overflow: hidden; } .e-TextureRect > img { display: block; inset: 0; width: 100%; height: 100%; }
.e-Button > img { vertical-align: middle; max-height: 1.4em; margin-inline-end: 0.4em; }
.e-HSeparator { border-top: 1px solid #5b7a67; } .e-VSeparator { border-left: 1px solid #5b7a67; }
dialog.e { color: inherit; background: #2d3d34; border: 1px solid #5b7a67; border-radius: 8px; max-width: 90vw; }
dialog.e::backdrop { background: rgb(0 0 0 / 50%); }
dialog.e > h2 { font-size: 1.1em; margin: 0 0 0.5em; }
dialog.e > .e-content { position: relative; display: flex; flex-direction: column; gap: 0.5em; min-width: 12em; }
dialog.e > .e-content > .e { position: relative !important; inset: auto !important; translate: none !important; }
dialog.e > .e-content > button.e { order: 1; }
.e-Popup, .e-PopupMenu { position: fixed; z-index: 1000; display: flex; flex-direction: column; background: #2d3d34; border: 1px solid #5b7a67; border-radius: 4px; padding: 0.25em; }
.e-PopupMenu > button { border: 0; text-align: start; background: none; } .e-PopupMenu > button[aria-checked=true]::before { content: '✓ '; }
.e-PopupMenu > button:hover { background: #466b52; } .e-PopupMenu > hr { width: 100%; margin: 0.2em 0; }
`;
