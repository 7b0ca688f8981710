// The classes of the scene layer, bases before what derives from them.
#include "core/scene/register_scene_types.h"

#include "core/io/json_resource_format.h"
#include "core/io/resource_loader.h"
#include "core/object/class_db.h"
#include "core/object/known/known_classes.h"
#include "core/scene/2d/canvas_item_known.h"
#include "core/scene/2d/canvas_layer.h"
#include "core/scene/2d/curve_2d.h"
#include "core/scene/2d/image_texture.h"
#include "core/scene/2d/node_2d.h"
#include "core/scene/2d/path_2d.h"
#include "core/scene/3d/curve_3d.h"
#include "core/scene/3d/node_3d.h"
#include "core/scene/3d/path_3d.h"
#include "core/scene/animation/animation_player.h"
#include "core/scene/animation/idle_animation_mixer.h"
#include "core/scene/animation_tree/animation_node_animation.h"
#include "core/scene/animation_tree/animation_node_blend_space_1d.h"
#include "core/scene/animation_tree/animation_node_blend_tree.h"
#include "core/scene/animation_tree/animation_node_one_shot.h"
#include "core/scene/animation_tree/animation_node_state_machine.h"
#include "core/scene/animation_tree/animation_node_transition.h"
#include "core/scene/animation_tree/animation_state_playback.h"
#include "core/scene/animation_tree/animation_tree.h"
#include "core/scene/gui/accept_dialog.h"
#include "core/scene/gui/box_container.h"
#include "core/scene/gui/center_container.h"
#include "core/scene/gui/check_box.h"
#include "core/scene/gui/file_dialog.h"
#include "core/scene/gui/grid_container.h"
#include "core/scene/gui/item_list.h"
#include "core/scene/gui/label.h"
#include "core/scene/gui/line_edit.h"
#include "core/scene/gui/link_button.h"
#include "core/scene/gui/margin_container.h"
#include "core/scene/gui/menu_button.h"
#include "core/scene/gui/option_button.h"
#include "core/scene/gui/progress_bar.h"
#include "core/scene/gui/rich_text_label.h"
#include "core/scene/gui/scroll_container.h"
#include "core/scene/gui/slider.h"
#include "core/scene/gui/spin_box.h"
#include "core/scene/gui/tab_container.h"
#include "core/scene/gui/text_edit.h"
#include "core/scene/gui/theme.h"
#include "core/scene/gui/tree.h"
#include "core/scene/main/absent_multiplayer_peer.h"
#include "core/scene/main/http_request.h"
#include "core/scene/main/missing_node.h"
#include "core/scene/main/multiplayer_api.h"
#include "core/scene/main/multiplayer_peer_extension.h"
#include "core/scene/main/node_known.h"
#include "core/scene/main/offline_multiplayer_peer.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/timer.h"
#include "core/scene/main/window.h"
#include "core/scene/main/window_known.h"
#include "core/scene/resources/binary_resource_loader.h"
#include "core/scene/resources/binary_resource_saver.h"
#include "core/scene/resources/curve.h"
#include "core/scene/resources/gradient.h"
#include "core/scene/resources/imported_resource_loader.h"
#include "core/scene/resources/instance_placeholder.h"
#include "core/scene/resources/packed_scene.h"
#include "core/scene/resources/text_resource_loader.h"
#include "core/scene/resources/text_resource_saver.h"
#include "core/variant/object_hooks.h"

static Ref<TextResourceLoader> text_resource_loader;
static Ref<TextResourceSaver> text_resource_saver;
static Ref<ImportedResourceLoader> imported_resource_loader;
static Ref<BinaryResourceLoader> binary_resource_loader;
static Ref<BinaryResourceSaver> binary_resource_saver;
static Ref<JSONResourceLoader> json_resource_loader;
static Ref<JSONResourceSaver> json_resource_saver;

// Callable.rpc() and Callable.rpc_id().
static Error call_remotely(Object *p_object, int p_peer_id, const StringName &p_method, const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	Node *node = Object::cast_to<Node>(p_object);
	if (!node) {
		r_error.error = Callable::CallError::CALL_ERROR_INSTANCE_IS_NULL;
		ERR_FAIL_V_MSG(ERR_UNCONFIGURED, "rpc() needs a method of a Node, and " + p_object->to_string() + " is none.");
	}
	return node->rpcp(p_peer_id, p_method, p_args, p_argcount);
}

// Those with known classes below them.
static void register_known_bases() {
	KnownClasses::add_base<Node>();
	KnownClasses::add_base<Node2D>();
	KnownClasses::add_base<Node3D>();
	KnownClasses::add_base<Control>();
	KnownClasses::add_base<Container>();
	KnownClasses::add_base<VBoxContainer>();
	KnownClasses::add_base<HBoxContainer>();
	KnownClasses::add_base<MarginContainer>();
	KnownClasses::add_base<BaseButton>();
	KnownClasses::add_base<Button>();
	KnownClasses::add_base<Window>();
	KnownClasses::add_base<Popup>();
	KnownClasses::add_base<AcceptDialog>();
	KnownClasses::add_base<ConfirmationDialog>();
	KnownClasses::add_base<FileDialog>();
	KnownClasses::add_base<ScrollContainer>();
	KnownClasses::add_base<TextEdit>();
	KnownClasses::add_base<Viewport>();
	KnownClasses::add_base<Texture>();
	KnownClasses::add_base<Texture2D>();
	KnownClasses::add_base<Range>();
	KnownClasses::add_base<CanvasLayer>();
	KnownClasses::add_base<MultiplayerPeer, AbsentMultiplayerPeer>();
	KnownClasses::add_base<AnimationMixer, IdleAnimationMixer>();
	KnownClasses::add_base<AnimationRootNode>();
}

// Sets the properties that a method of a known class sets at once.
template <int COUNT>
static void set_each(Object *p_object, const char *const (&p_names)[COUNT], const Variant &p_value) {
	for (const char *name : p_names) {
		p_object->set_known_value(StringName(name), p_value);
	}
}

static void implement_known_methods() {
	KnownClasses::implement("StyleBoxFlat", "set_corner_radius_all", [](Object *p_object, const Variant **p_args, Variant *) {
		set_each(p_object, { "corner_radius_top_left", "corner_radius_top_right", "corner_radius_bottom_right", "corner_radius_bottom_left" }, *p_args[0]);
	});
	KnownClasses::implement("StyleBoxFlat", "set_border_width_all", [](Object *p_object, const Variant **p_args, Variant *) {
		set_each(p_object, { "border_width_left", "border_width_top", "border_width_right", "border_width_bottom" }, *p_args[0]);
	});
	KnownClasses::implement("StyleBoxFlat", "set_expand_margin_all", [](Object *p_object, const Variant **p_args, Variant *) {
		set_each(p_object, { "expand_margin_left", "expand_margin_top", "expand_margin_right", "expand_margin_bottom" }, *p_args[0]);
	});
	KnownClasses::implement("StyleBox", "set_content_margin_all", [](Object *p_object, const Variant **p_args, Variant *) {
		set_each(p_object, { "content_margin_left", "content_margin_top", "content_margin_right", "content_margin_bottom" }, *p_args[0]);
	});
	// There is no image, but who asks for one gets so far.
	KnownClasses::implement("Viewport", "get_texture", [](Object *, const Variant **, Variant *r_ret) { *r_ret = Ref<Resource>(Object::cast_to<Resource>(ClassDB::instantiate("ViewportTexture"))); });
}

void register_scene_types() {
	GDREGISTER_CLASS(Node);
	GDREGISTER_ABSTRACT_CLASS(Viewport);
	GDREGISTER_CLASS(Window);
	GDREGISTER_ABSTRACT_CLASS(SceneTreeTimer);
	GDREGISTER_CLASS(Tween);
	GDREGISTER_ABSTRACT_CLASS(Tweener);
	GDREGISTER_CLASS(PropertyTweener);
	GDREGISTER_CLASS(IntervalTweener);
	GDREGISTER_CLASS(CallbackTweener);
	GDREGISTER_CLASS(MethodTweener);
	GDREGISTER_CLASS(SubtweenTweener);
	GDREGISTER_CLASS(SceneTree);
	GDREGISTER_CLASS(Timer);
	GDREGISTER_CLASS(HTTPRequest);
	GDREGISTER_CLASS(Animation);
	GDREGISTER_CLASS(AnimationLibrary);
	GDREGISTER_ABSTRACT_CLASS(AnimationMixer);
	GDREGISTER_CLASS(AnimationPlayer);
	GDREGISTER_CLASS(AnimationTree);
	GDREGISTER_CLASS(AnimationNode);
	GDREGISTER_CLASS(AnimationRootNode);
	GDREGISTER_CLASS(AnimationNodeExtension);
	GDREGISTER_CLASS(AnimationNodeAnimation);
	GDREGISTER_CLASS(AnimationNodeBlendTree);
	GDREGISTER_CLASS(AnimationNodeBlendSpace1D);
	GDREGISTER_CLASS(AnimationNodeOutput);
	GDREGISTER_CLASS(AnimationNodeSync);
	GDREGISTER_CLASS(AnimationNodeAdd2);
	GDREGISTER_CLASS(AnimationNodeAdd3);
	GDREGISTER_CLASS(AnimationNodeBlend2);
	GDREGISTER_CLASS(AnimationNodeBlend3);
	GDREGISTER_CLASS(AnimationNodeSub2);
	GDREGISTER_CLASS(AnimationNodeTimeScale);
	GDREGISTER_CLASS(AnimationNodeTimeSeek);
	GDREGISTER_CLASS(AnimationNodeOneShot);
	GDREGISTER_CLASS(AnimationNodeTransition);
	GDREGISTER_CLASS(AnimationNodeStateMachine);
	GDREGISTER_CLASS(AnimationNodeStateMachinePlayback);
	GDREGISTER_CLASS(AnimationNodeStateMachineTransition);
	GDREGISTER_CLASS(CanvasLayer);
	GDREGISTER_ABSTRACT_CLASS(CanvasItem);
	GDREGISTER_CLASS(Node2D);
	GDREGISTER_CLASS(Node3D);
	GDREGISTER_CLASS(Path2D);
	GDREGISTER_CLASS(PathFollow2D);
	GDREGISTER_CLASS(Path3D);
	GDREGISTER_CLASS(PathFollow3D);
	GDREGISTER_CLASS(Texture);
	GDREGISTER_CLASS(Texture2D);
	GDREGISTER_CLASS(ImageTexture);
	GDREGISTER_CLASS(Theme);
	GDREGISTER_CLASS(Control);
	GDREGISTER_CLASS(Container);
	GDREGISTER_CLASS(BoxContainer);
	GDREGISTER_CLASS(HBoxContainer);
	GDREGISTER_CLASS(VBoxContainer);
	GDREGISTER_CLASS(GridContainer);
	GDREGISTER_CLASS(MarginContainer);
	GDREGISTER_CLASS(CenterContainer);
	GDREGISTER_CLASS(TabContainer);
	GDREGISTER_CLASS(ScrollContainer);
	GDREGISTER_CLASS(Label);
	GDREGISTER_CLASS(ButtonGroup);
	GDREGISTER_CLASS(BaseButton);
	GDREGISTER_CLASS(Button);
	GDREGISTER_CLASS(CheckBox);
	GDREGISTER_CLASS(CheckButton);
	GDREGISTER_CLASS(LinkButton);
	GDREGISTER_CLASS(OptionButton);
	GDREGISTER_CLASS(LineEdit);
	GDREGISTER_CLASS(Popup);
	GDREGISTER_CLASS(PopupMenu);
	GDREGISTER_CLASS(MenuButton);
	GDREGISTER_CLASS(AcceptDialog);
	GDREGISTER_CLASS(ConfirmationDialog);
	GDREGISTER_CLASS(FileDialog);
	GDREGISTER_CLASS(RichTextLabel);
	GDREGISTER_CLASS(ItemList);
	GDREGISTER_ABSTRACT_CLASS(TreeItem);
	GDREGISTER_CLASS(Tree);
	GDREGISTER_CLASS(TextEdit);
	GDREGISTER_CLASS(Range);
	GDREGISTER_ABSTRACT_CLASS(Slider);
	GDREGISTER_CLASS(HSlider);
	GDREGISTER_CLASS(VSlider);
	GDREGISTER_CLASS(ProgressBar);
	GDREGISTER_CLASS(SpinBox);
	GDREGISTER_ABSTRACT_CLASS(SceneState);
	GDREGISTER_CLASS(PackedScene);
	GDREGISTER_CLASS(Curve);
	GDREGISTER_CLASS(Curve2D);
	GDREGISTER_CLASS(Curve3D);
	GDREGISTER_CLASS(Gradient);
	GDREGISTER_ABSTRACT_CLASS(InstancePlaceholder);
	GDREGISTER_CLASS(MissingNode);
	GDREGISTER_ABSTRACT_CLASS(MultiplayerPeer);
	GDREGISTER_CLASS(MultiplayerPeerExtension);
	GDREGISTER_CLASS(OfflineMultiplayerPeer);
	GDREGISTER_ABSTRACT_CLASS(MultiplayerAPI);
	GDREGISTER_CLASS(MultiplayerAPIExtension);
	object_hooks.rpc = &call_remotely;
	register_known_bases();
	implement_known_methods();
	implement_known_node_methods();
	implement_known_window_methods();
	implement_known_canvas_item_methods();
	Label::implement_known_methods();
	LineEdit::implement_known_methods();
	RichTextLabel::implement_known_methods();
	TextEdit::implement_known_methods();

	text_resource_loader.instantiate();
	ResourceLoader::add_resource_format_loader(text_resource_loader);
	binary_resource_loader.instantiate();
	ResourceLoader::add_resource_format_loader(binary_resource_loader);
	json_resource_loader.instantiate();
	ResourceLoader::add_resource_format_loader(json_resource_loader);
	json_resource_saver.instantiate();
	ResourceSaver::add_resource_format_saver(json_resource_saver);
	imported_resource_loader.instantiate();
	ResourceLoader::add_resource_format_loader(imported_resource_loader);
	text_resource_saver.instantiate();
	ResourceSaver::add_resource_format_saver(text_resource_saver);
	binary_resource_saver.instantiate();
	ResourceSaver::add_resource_format_saver(binary_resource_saver);
}

void unregister_scene_types() {
	Control::free_theme_fallbacks();
	ResourceLoader::remove_resource_format_loader(text_resource_loader);
	text_resource_loader.unref();
	ResourceLoader::remove_resource_format_loader(binary_resource_loader);
	binary_resource_loader.unref();
	ResourceLoader::remove_resource_format_loader(json_resource_loader);
	json_resource_loader.unref();
	ResourceSaver::remove_resource_format_saver(json_resource_saver);
	json_resource_saver.unref();
	ResourceLoader::remove_resource_format_loader(imported_resource_loader);
	imported_resource_loader.unref();
	ResourceSaver::remove_resource_format_saver(binary_resource_saver);
	binary_resource_saver.unref();
	ResourceSaver::remove_resource_format_saver(text_resource_saver);
	text_resource_saver.unref();
}
