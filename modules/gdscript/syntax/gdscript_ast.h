// The syntax tree of GDScript: what the parser builds, the analyzer fills in and the compiler reads.
//
// Ownership: every node lives in the GDScriptArena of its GDScriptSource and dies with it; nodes point at each other freely
// and own nothing but their own values. Nothing here is reference counted, and a tree is used by one thread at a time.
//
// What holds after GDScriptAnalyzer::resolve_body() returned without errors (the contract with the compiler):
//  * Every ExpressionNode has type.is_set(). If is_constant, reduced_value is its value: emit that and look no further.
//    (A class used as a value is constant too; its reduced_value comes from GDScriptDependencyResolver::get_class_value().)
//  * Every IdentifierNode that names something has its source, and the pointer that goes with it, filled in.
//    Source UNRESOLVED is left only on attributes of Variant or unsafe bases: look them up by name at run time.
//  * Every CallNode has its target. Argument counts and types were checked where they were known; an argument whose static
//    type does not prove the parameter's type is converted or refused by the callee at run time.
//  * Places with a hard type say `needs_conversion` where the value must be converted or checked at run time; where it is false
//    the value already has exactly the type of the place.
//  * Default values, implied operations and property accessors are explicit nodes.
#pragma once

#include "core/object/object.h"
#include "core/string/string_name.h"
#include "core/string/ustring.h"
#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"
#include "core/variant/variant.h"
#include "modules/gdscript/syntax/gdscript_datatype.h"

class GDScriptUnit;
class MethodBind;
struct GDScriptAnnotationInfo;

namespace GDScriptAST {

struct AnnotationNode;
struct ClassNode;
struct EnumNode;
struct ExpressionNode;
struct FunctionNode;
struct IdentifierNode;
struct LambdaNode;
struct LiteralNode;
struct LocalNode;
struct ParameterNode;
struct PatternNode;
struct SignalNode;
struct SuiteNode;
struct TypeNode;
struct VariableNode;

struct Node {
	enum Kind : uint8_t {
		// Declarations.
		CLASS,
		FUNCTION,
		PARAMETER,
		VARIABLE,
		CONSTANT,
		SIGNAL,
		ENUM,
		ANNOTATION,
		TYPE,
		LOOP_VARIABLE,
		PATTERN_BIND,
		// Statements. (A local variable is a VARIABLE, a local constant a CONSTANT; an expression may stand as a statement.)
		SUITE,
		IF,
		FOR,
		WHILE,
		MATCH,
		MATCH_BRANCH,
		PATTERN,
		RETURN,
		BREAK,
		CONTINUE,
		PASS,
		BREAKPOINT,
		ASSERT,
		// Expressions: from here on a node is an ExpressionNode.
		LITERAL,
		IDENTIFIER,
		SELF,
		ARRAY,
		DICTIONARY,
		UNARY,
		BINARY,
		TERNARY,
		ASSIGNMENT,
		AWAIT,
		CALL,
		CAST,
		TYPE_TEST,
		SUBSCRIPT,
		GET_NODE,
		PRELOAD,
		LAMBDA,
	};

	Kind kind;
	// Lines and columns count from 1; a tab is one column. The end is one past the last character.
	int start_line = 0;
	int start_column = 0;
	int end_line = 0;
	int end_column = 0;
	Node *next_in_arena = nullptr;

	bool is_expression() const { return kind >= LITERAL; }
	explicit Node(Kind p_kind) :
			kind(p_kind) {}
	virtual ~Node() {}
};

// ---- Expressions ----------------------------------------------------------------------------------------------------

struct ExpressionNode : Node {
	GDScriptType type;
	bool reduced = false; // The analyzer has been here.
	bool is_constant = false; // reduced_value holds the value; containers in it are read-only.
	bool in_parentheses = false;
	Variant reduced_value;

	using Node::Node;
};

struct LiteralNode : ExpressionNode {
	Variant value;
	LiteralNode() :
			ExpressionNode(LITERAL) {}
};

// A name: alone, or after a dot (then as SubscriptNode::attribute, and source tells what it is in the base's type).
struct IdentifierNode : ExpressionNode {
	enum Source : uint8_t {
		UNRESOLVED, // Attribute of something that is only known at run time.
		// Locals; `local` is set. is_captured: it belongs to a function around the lambda that we are in.
		LOCAL_VARIABLE,
		PARAMETER,
		LOCAL_CONSTANT,
		LOOP_VARIABLE,
		PATTERN_BIND,
		// Members of a script class, of this one or of a base or (constants, enums and classes only) of an outer one;
		// owner_class is the class that declares it, and the pointer named in brackets is set.
		MEMBER_VARIABLE, // [variable]
		STATIC_VARIABLE, // [variable]
		MEMBER_CONSTANT, // [constant]; is_constant holds.
		MEMBER_FUNCTION, // [function] read as a Callable.
		MEMBER_SIGNAL, // [signal] read as a Signal.
		MEMBER_CLASS, // [type.class_type] an inner class, or the class itself by its own name.
		MEMBER_ENUM, // [type.enum_info]; is_constant holds.
		ENUM_VALUE, // Value of an enum, named or not; is_constant holds.
		// Members of the native base; native_class is the class that declares it.
		NATIVE_PROPERTY,
		NATIVE_METHOD, // Read as a Callable.
		NATIVE_SIGNAL, // Read as a Signal.
		NATIVE_CONSTANT, // is_constant holds.
		NATIVE_ENUM,
		// Members of a built-in type (`vector.x`, `Vector2.ZERO`, `array.size` as a Callable).
		BUILTIN_PROPERTY,
		BUILTIN_METHOD,
		BUILTIN_CONSTANT, // is_constant holds.
		// Global names.
		GLOBAL_CLASS, // `class_name` of another script; type.class_type.
		AUTOLOAD, // A node under the root; type says what is known of it.
		SINGLETON, // Engine singleton, native_class names its class.
		NATIVE_CLASS, // native_class
		BUILTIN_TYPE, // type.builtin_type, as in `Vector2.ZERO` or `Array()`.
		GLOBAL_CONSTANT, // PI, OK, KEY_A; is_constant holds.
		GLOBAL_ENUM, // Only as the base of an attribute, or as a read-only Dictionary.
		UTILITY_FUNCTION, // Global function read as a Callable: `print`.
		GDSCRIPT_FUNCTION, // One of the language's own functions: `len`, `load`. Only called, never a value.
	};

	StringName name;
	Source source = UNRESOLVED;
	bool is_captured = false; // Only with local sources: find `local` in the innermost lambda's captures.
	bool is_inherited = false; // Found in a base class, not in the class that it is used in.
	// Inside the getter of `variable`: read the storage itself. Inside its setter: write it. (The setter reads through the getter.)
	bool bypass_getter = false;
	bool bypass_setter = false;
	LocalNode *local = nullptr;
	ClassNode *owner_class = nullptr;
	VariableNode *variable = nullptr;
	FunctionNode *function = nullptr;
	SignalNode *signal = nullptr;
	struct ConstantNode *constant = nullptr;
	StringName native_class;

	IdentifierNode() :
			ExpressionNode(IDENTIFIER) {}
};

struct SelfNode : ExpressionNode {
	ClassNode *current_class = nullptr;
	SelfNode() :
			ExpressionNode(SELF) {}
};

// A hard element type in `type` (given by the place the literal goes to) means: construct a typed array.
struct ArrayNode : ExpressionNode {
	LocalVector<ExpressionNode *> elements;
	ArrayNode() :
			ExpressionNode(ARRAY) {}
};

struct DictionaryNode : ExpressionNode {
	struct Pair {
		ExpressionNode *key = nullptr; // In Lua style `{a = 1}` a LiteralNode with a StringName.
		ExpressionNode *value = nullptr;
	};
	bool lua_style = false;
	LocalVector<Pair> elements;
	DictionaryNode() :
			ExpressionNode(DICTIONARY) {}
};

struct UnaryNode : ExpressionNode {
	Variant::Operator op = Variant::OP_NEGATE; // NEGATE, POSITIVE, BIT_NEGATE, NOT
	ExpressionNode *operand = nullptr;
	UnaryNode() :
			ExpressionNode(UNARY) {}
};

// `not in` arrives as NOT around IN, `is not` as NOT around TYPE_TEST. OP_AND and OP_OR do not evaluate the right side if
// the left decides. Operand types are the operands' own; hard ones allow a typed instruction.
struct BinaryNode : ExpressionNode {
	Variant::Operator op = Variant::OP_ADD;
	ExpressionNode *left = nullptr;
	ExpressionNode *right = nullptr;
	BinaryNode() :
			ExpressionNode(BINARY) {}
};

struct TernaryNode : ExpressionNode {
	ExpressionNode *condition = nullptr;
	ExpressionNode *if_true = nullptr;
	ExpressionNode *if_false = nullptr;
	bool is_statement = false; // The result is not used, so that the sides may be calls that give nothing.
	TernaryNode() :
			ExpressionNode(TERNARY) {}
};

// Only a statement. The target is an identifier, an attribute or an index.
struct AssignmentNode : ExpressionNode {
	bool is_compound = false; // `+=` and so on: target = target op value.
	Variant::Operator op = Variant::OP_ADD;
	bool needs_conversion = false; // The stored value must be converted to, or checked against, the target's type.
	ExpressionNode *target = nullptr;
	ExpressionNode *value = nullptr;
	AssignmentNode() :
			ExpressionNode(ASSIGNMENT) {}
};

struct AwaitNode : ExpressionNode {
	ExpressionNode *operand = nullptr;
	AwaitNode() :
			ExpressionNode(AWAIT) {}
};

struct CallNode : ExpressionNode {
	enum Target : uint8_t {
		DYNAMIC, // base.function_name(...) looked up at run time. base is set (a SelfNode when written bare).
		UTILITY, // Global function `function_name` of Variant's utility table.
		GDSCRIPT_UTILITY, // The language's own function `function_name`: len, load, range, str is a UTILITY, ...
		CONSTRUCTOR, // Of the built-in type type.builtin_type: `Vector2(1, 2)`.
		BUILTIN_METHOD, // base has the built-in type base->type.builtin_type (hard). is_static: `String.chr(65)`, base is the type's name.
		NATIVE_METHOD, // Method of a native class; method_bind is set if it is bound and not virtual. base null: on self.
		SCRIPT_FUNCTION, // function is set, in owner_class. base null: on self. May be overridden: look up by name unless is_static.
		SUPER, // function_name in the base class of the class that we are in; function or method_bind is set, or neither (virtual
		// native without an implementation, only legal for `_init`).
		NEW_SCRIPT, // base.new(...) where base names a script class known at compile time: owner_class.
		NEW_NATIVE, // base.new() where base names a native class: native_class.
	};

	ExpressionNode *callee = nullptr; // As written: an IdentifierNode or a SubscriptNode (attribute form); null with `super(...)`.
	ExpressionNode *base = nullptr; // The part of callee before the dot; null for bare calls.
	StringName function_name;
	LocalVector<ExpressionNode *> arguments;
	Target target = DYNAMIC;
	bool is_super = false;
	bool is_static = false; // The function called is static: no self is passed.
	bool is_statement = false; // The result is not used.
	bool arguments_proven = false; // Count and types match the target's parameters exactly: no run-time check is needed.
	bool is_awaited = false;
	FunctionNode *function = nullptr;
	ClassNode *owner_class = nullptr;
	StringName native_class;
	const MethodBind *method_bind = nullptr;
	CallNode() :
			ExpressionNode(CALL) {}
};

struct CastNode : ExpressionNode {
	ExpressionNode *operand = nullptr;
	TypeNode *cast_type = nullptr; // `type` is the resolved type.
	CastNode() :
			ExpressionNode(CAST) {}
};

struct TypeTestNode : ExpressionNode {
	ExpressionNode *operand = nullptr;
	TypeNode *test_type = nullptr;
	GDScriptType test_datatype; // Variant: always true.
	TypeTestNode() :
			ExpressionNode(TYPE_TEST) {}
};

struct SubscriptNode : ExpressionNode {
	ExpressionNode *base = nullptr; // A call to `super` cannot stand here; `super.x` is refused.
	bool is_attribute = false;
	ExpressionNode *index = nullptr; // base[index]
	IdentifierNode *attribute = nullptr; // base.attribute
	SubscriptNode() :
			ExpressionNode(SUBSCRIPT) {}
};

struct GetNodeNode : ExpressionNode {
	String path; // What to give to get_node(), `%` kept: "A/B", "%Unique/C".
	GetNodeNode() :
			ExpressionNode(GET_NODE) {}
};

struct PreloadNode : ExpressionNode {
	ExpressionNode *path = nullptr;
	String resolved_path; // Absolute; is_constant holds and reduced_value is the resource.
	PreloadNode() :
			ExpressionNode(PRELOAD) {}
};

// Captures are copied when the lambda is created. Each names the local as declared: in the enclosing function it is either a
// local of that function or (nested lambdas) found among that lambda's own captures.
struct LambdaNode : ExpressionNode {
	FunctionNode *function = nullptr;
	LocalVector<LocalNode *> captures;
	bool uses_self = false;
	LambdaNode() :
			ExpressionNode(LAMBDA) {}
};

// ---- Types and annotations ------------------------------------------------------------------------------------------

struct TypeNode : Node {
	LocalVector<IdentifierNode *> chain; // A.B.C; empty is `void`.
	LocalVector<TypeNode *> containers; // Of Array[T], Dictionary[K, V].
	bool is_void = false;
	bool resolved = false;
	GDScriptType type; // The resolved type, never a meta type.
	TypeNode() :
			Node(TYPE) {}
};

struct AnnotationNode : Node {
	StringName name; // With the "@".
	const GDScriptAnnotationInfo *info = nullptr;
	LocalVector<ExpressionNode *> arguments;
	Vector<Variant> resolved_arguments;
	bool applied = false;
	AnnotationNode() :
			Node(ANNOTATION) {}
};

// ---- Declarations ---------------------------------------------------------------------------------------------------

// Something that lives in a function's frame.
struct LocalNode : Node {
	StringName name;
	GDScriptType type; // Of what it holds. Treat as Variant unless type.is_hard().
	FunctionNode *owner = nullptr; // The function or lambda whose frame it lives in; null for members.
	bool is_captured = false; // Some lambda copies it.
	int usages = 0;
	int assignments = 0;

	using Node::Node;
};

struct ParameterNode : LocalNode {
	IdentifierNode *identifier = nullptr;
	TypeNode *type_specifier = nullptr;
	ExpressionNode *default_value = nullptr; // May be any expression; evaluated by the callee, left to right.
	bool infer_type = false;
	bool needs_conversion = false; // Of the default value.
	ParameterNode() :
			LocalNode(PARAMETER) {}
};

// A member or local variable.
struct VariableNode : LocalNode {
	enum PropertyStyle : uint8_t {
		NO_ACCESSORS,
		INLINE_ACCESSORS, // get: and set(v): with bodies; getter and setter are set.
		NAMED_ACCESSORS, // get = name, set = name; getter_name and setter_name are set.
	};
	IdentifierNode *identifier = nullptr;
	TypeNode *type_specifier = nullptr;
	ExpressionNode *initializer = nullptr; // Null: start with the type's default (objects and Variant: null).
	bool infer_type = false;
	bool needs_conversion = false; // Of the initializer.
	bool is_static = false;
	bool is_onready = false; // The initializer runs right before _ready, not in the constructor.
	bool is_exported = false;
	bool resolved = false;
	PropertyStyle style = NO_ACCESSORS;
	FunctionNode *getter = nullptr; // Named "@x_getter".
	FunctionNode *setter = nullptr; // Named "@x_setter", takes one parameter.
	IdentifierNode *getter_name = nullptr;
	IdentifierNode *setter_name = nullptr;
	PropertyInfo export_info; // Type, name, hint, hint_string, class_name and usage, for every member variable.
	LocalVector<AnnotationNode *> annotations;
	ClassNode *owner_class = nullptr;
	VariableNode() :
			LocalNode(VARIABLE) {}
};

// A member or local constant. initializer->is_constant holds; its reduced_value is the value.
struct ConstantNode : LocalNode {
	IdentifierNode *identifier = nullptr;
	TypeNode *type_specifier = nullptr;
	ExpressionNode *initializer = nullptr;
	bool infer_type = false;
	bool resolved = false;
	LocalVector<AnnotationNode *> annotations;
	ConstantNode() :
			LocalNode(CONSTANT) {}
};

struct LoopVariableNode : LocalNode {
	LoopVariableNode() :
			LocalNode(LOOP_VARIABLE) {}
};

struct PatternBindNode : LocalNode {
	PatternBindNode() :
			LocalNode(PATTERN_BIND) {}
};

struct SignalNode : Node {
	IdentifierNode *identifier = nullptr;
	LocalVector<ParameterNode *> parameters;
	LocalVector<AnnotationNode *> annotations;
	MethodInfo method_info;
	int usages = 0;
	bool resolved = false;
	SignalNode() :
			Node(SIGNAL) {}
};

struct EnumNode : Node {
	struct Value {
		IdentifierNode *identifier = nullptr;
		ExpressionNode *custom_value = nullptr;
		int64_t value = 0;
		bool resolved = false;
		int index = 0;
		EnumNode *parent = nullptr;
	};
	IdentifierNode *identifier = nullptr; // Null: unnamed, the values are constants of the class.
	LocalVector<Value> values;
	LocalVector<AnnotationNode *> annotations;
	GDScriptEnumInfo info;
	bool resolving = false;
	bool resolved = false;
	Variant dictionary; // The enum as a value: a read-only Dictionary, name to value.
	EnumNode() :
			Node(ENUM) {}
};

struct FunctionNode : Node {
	IdentifierNode *identifier = nullptr; // Null for lambdas without a name.
	StringName name; // Also of accessors; "<anonymous lambda>" for lambdas without a name.
	LocalVector<ParameterNode *> parameters;
	ParameterNode *rest_parameter = nullptr; // `...args`: an Array of what is left over.
	int required_parameters = 0; // Those without a default come first.
	TypeNode *return_type_specifier = nullptr;
	GDScriptType return_type; // Hard only if declared. VARIANT undeclared.
	bool is_static = false;
	bool is_abstract = false; // No body, and none may be called.
	bool is_coroutine = false; // Contains `await`.
	bool returns_value = false; // Contains a `return` with a value.
	bool is_lambda = false;
	bool interface_resolved = false;
	bool resolving = false;
	bool body_resolved = false;
	bool has_super_call_to_init = false; // In _init: `super(...)` is called by hand.
	// A derived `_init` without it calls the base's `_init` implicitly before the body, if that one needs no arguments.
	SuiteNode *body = nullptr;
	ClassNode *owner_class = nullptr;
	LambdaNode *lambda = nullptr; // The expression that this is the body of.
	FunctionNode *outer = nullptr; // Of lambdas: the function around it, null in member initializers.
	VariableNode *accessor_of = nullptr;
	Variant rpc_config; // A Dictionary { rpc_mode, transfer_mode, call_local, channel }, or null.
	MethodInfo method_info; // With argument types, constant default values, flags.
	LocalVector<AnnotationNode *> annotations;
	FunctionNode() :
			Node(FUNCTION) {}
};

struct ClassNode : Node {
	struct Member {
		enum Kind : uint8_t {
			CLASS,
			CONSTANT,
			FUNCTION,
			SIGNAL,
			VARIABLE,
			ENUM,
			ENUM_VALUE, // Of an unnamed enum.
			GROUP, // @export_group, @export_subgroup, @export_category: only its place counts.
		};
		Kind kind = VARIABLE;
		StringName name;
		union {
			Node *node = nullptr;
			ClassNode *class_node;
			ConstantNode *constant;
			FunctionNode *function;
			SignalNode *signal;
			VariableNode *variable;
			EnumNode *enum_node;
			AnnotationNode *group;
		};
		int enum_value_index = -1; // ENUM_VALUE: enum_node->values[enum_value_index].
		PropertyInfo group_info; // GROUP: what get_property_list() shows.
	};

	GDScriptUnit *unit = nullptr; // The file that it is in.
	IdentifierNode *identifier = nullptr; // Null for the file's class without `class_name`.
	ClassNode *outer = nullptr; // Null for the file's class.
	String fqcn; // Identity across files: "res://a.gd", "res://a.gd::Inner::Deeper".
	String icon_path;
	bool is_tool = false;
	bool is_abstract = false;
	bool has_static_unload = false;
	bool has_static_data = false; // Static variables, or _static_init, here or in inner classes.
	bool onready_used = false;
	// `extends`: a path, names, or both; nothing means RefCounted.
	bool extends_used = false;
	String extends_path;
	LocalVector<IdentifierNode *> extends_chain;
	GDScriptType base_type; // CLASS or NATIVE, never anything else once resolved.
	bool lost_base = false; // What it extends could not be found, and base_type stands in.
	GDScriptType type; // Of instances: kind CLASS, class_type this, native_type the native base.
	LocalVector<AnnotationNode *> annotations;
	LocalVector<Member> members; // In order of declaration: initializers run in this order.
	HashMap<StringName, int> member_indices;
	LocalVector<ClassNode *> name_scope; // GDScriptAnalyzer::get_name_scope().
	bool name_scope_is_complete = false; // The bases of all are known.

	// Progress of the analyzer.
	enum Stage : uint8_t {
		STAGE_PARSED,
		STAGE_RESOLVING_INHERITANCE,
		STAGE_INHERITANCE,
		STAGE_RESOLVING_INTERFACE,
		STAGE_INTERFACE,
		STAGE_RESOLVING_BODY,
		STAGE_BODY,
	};
	Stage stage = STAGE_PARSED;

	const Member *find_member(const StringName &p_name) const {
		const int *index = member_indices.getptr(p_name);
		return index ? &members[*index] : nullptr;
	}
	Member *find_member(const StringName &p_name) {
		const int *index = member_indices.getptr(p_name);
		return index ? &members[*index] : nullptr;
	}
	ClassNode() :
			Node(CLASS) {}
};

// ---- Statements -----------------------------------------------------------------------------------------------------

struct SuiteNode : Node {
	LocalVector<Node *> statements;
	LocalVector<LocalNode *> locals; // Declared directly in this block, in order.
	SuiteNode *parent = nullptr;
	bool returns_always = false; // Every path through it ends in a return.
	bool is_in_loop = false;
	SuiteNode() :
			Node(SUITE) {}
};

struct IfNode : Node {
	ExpressionNode *condition = nullptr;
	SuiteNode *true_block = nullptr;
	SuiteNode *false_block = nullptr; // `elif` is an IfNode alone in here.

	// The next of a row, which may be too long for recursion; null at its end.
	IfNode *get_elif() const {
		const bool is_alone = false_block && false_block->statements.size() == 1 && false_block->statements[0]->kind == IF;
		return is_alone ? static_cast<IfNode *>(false_block->statements[0]) : nullptr;
	}
	IfNode() :
			Node(IF) {}
};

struct ForNode : Node {
	LoopVariableNode *variable = nullptr; // Assigning to it does not affect the loop.
	TypeNode *type_specifier = nullptr;
	ExpressionNode *list = nullptr; // A call to GDSCRIPT_UTILITY `range` may be compiled to a counting loop.
	bool needs_conversion = false; // Elements must be converted to the variable's declared type.
	SuiteNode *body = nullptr;
	ForNode() :
			Node(FOR) {}
};

struct WhileNode : Node {
	ExpressionNode *condition = nullptr;
	SuiteNode *body = nullptr;
	WhileNode() :
			Node(WHILE) {}
};

struct PatternNode : Node {
	enum PatternKind : uint8_t {
		LITERAL, // expression is constant; equal type (int and float mix, String and StringName too) and equal value.
		EXPRESSION, // Any expression; the same comparison.
		BIND, // `var x`: always matches and sets bind.
		WILDCARD, // `_`
		ARRAY, // elements; the last may be a REST, else the sizes must be equal.
		DICTIONARY, // pairs; without has_rest the sizes must be equal.
		REST, // `..`
	};
	struct Pair {
		ExpressionNode *key = nullptr; // Constant.
		PatternNode *value = nullptr; // Null: only the key must exist.
	};
	PatternKind pattern_kind = WILDCARD;
	ExpressionNode *expression = nullptr;
	PatternBindNode *bind = nullptr;
	LocalVector<PatternNode *> elements;
	LocalVector<Pair> pairs;
	bool has_rest = false;
	int pairs_behind_rest = 0; // The dictionary must be large enough for them; they are not looked at.
	PatternNode() :
			Node(PATTERN) {}
};

struct MatchBranchNode : Node {
	LocalVector<PatternNode *> patterns; // Any of them.
	SuiteNode *guard = nullptr; // `when`: a block with one expression statement; sees the binds.
	SuiteNode *block = nullptr; // Its locals begin with the binds.
	bool has_wildcard = false;
	MatchBranchNode() :
			Node(MATCH_BRANCH) {}
};

struct MatchNode : Node {
	ExpressionNode *test = nullptr;
	LocalVector<MatchBranchNode *> branches; // The first that matches runs.
	MatchNode() :
			Node(MATCH) {}
};

struct ReturnNode : Node {
	ExpressionNode *value = nullptr;
	// `return f()` in a void function: call it, return null.
	bool is_void_return = false;
	bool needs_conversion = false; // To the function's declared return type.
	ReturnNode() :
			Node(RETURN) {}
};

struct BreakNode : Node {
	BreakNode() :
			Node(BREAK) {}
};

struct ContinueNode : Node {
	ContinueNode() :
			Node(CONTINUE) {}
};

struct PassNode : Node {
	PassNode() :
			Node(PASS) {}
};

struct BreakpointNode : Node {
	BreakpointNode() :
			Node(BREAKPOINT) {}
};

struct AssertNode : Node {
	ExpressionNode *condition = nullptr;
	ExpressionNode *message = nullptr; // A String, or null.
	AssertNode() :
			Node(ASSERT) {}
};

} // namespace GDScriptAST

// Owns the nodes of one file.
class GDScriptArena {
	GDScriptAST::Node *first = nullptr;
	LocalVector<GDScriptType *> types;
	struct Block;
	Block *blocks = nullptr;
	void *_allocate(size_t p_bytes);

public:
	// The node starts at 0:0; the parser gives it its place.
	template <typename T>
	T *make() {
		T *node = new (_allocate(sizeof(T))) T();
		node->next_in_arena = first;
		first = node;
		return node;
	}
	// A type that others may point at as long as the arena lives.
	const GDScriptType *keep(const GDScriptType &p_type);

	GDScriptArena() = default;
	GDScriptArena(const GDScriptArena &) = delete;
	void operator=(const GDScriptArena &) = delete;
	~GDScriptArena();
};
