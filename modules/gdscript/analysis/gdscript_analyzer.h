// Gives every name its meaning and every expression its type, and refuses what cannot work.
#pragma once

#include "core/templates/hash_set.h"
#include "core/templates/local_vector.h"
#include "modules/gdscript/analysis/gdscript_type_rules.h"
#include "modules/gdscript/analysis/gdscript_unit.h"
#include "modules/gdscript/analysis/gdscript_warning.h"

// One for each unit, living with it. Members are resolved when something asks for them, so that order does not matter and files
// may refer to each other in circles; what is asked for while it is being resolved is a cyclic reference. Errors go to the
// unit that holds the faulty text. After an error a type is Variant, so that one mistake is reported once.
class GDScriptAnalyzer {
public:
	// Deeper recursion is refused with an error, for the sake of the stack.
	static constexpr int MAX_DEPTH = 1200;

	explicit GDScriptAnalyzer(GDScriptUnit &r_unit);

	void resolve_inheritance();
	void resolve_interface();
	void resolve_body();

private:
	using Type = GDScriptType;
	using Rules = GDScriptTypeRules;
	using ClassNode = GDScriptAST::ClassNode;
	using Member = GDScriptAST::ClassNode::Member;
	using Node = GDScriptAST::Node;
	using ExpressionNode = GDScriptAST::ExpressionNode;
	using IdentifierNode = GDScriptAST::IdentifierNode;
	using FunctionNode = GDScriptAST::FunctionNode;
	using LocalNode = GDScriptAST::LocalNode;
	using VariableNode = GDScriptAST::VariableNode;
	using CallNode = GDScriptAST::CallNode;
	using TypeNode = GDScriptAST::TypeNode;

	// Where in the program we are; exchanged when another member has to be resolved first.
	struct Context {
		ClassNode *cls = nullptr;
		FunctionNode *function = nullptr; // The innermost, which may be a lambda.
		GDScriptAST::LambdaNode *lambda = nullptr;
		GDScriptAST::SuiteNode *suite = nullptr;
		bool is_static = false; // There is no self.
		bool is_static_initializer = false; // Of a static variable: self is let through, instance members are not.
		bool is_constant = false; // Inside the value of a constant: container literals are constant, too.
		VariableNode *initializing = nullptr; // The member variable whose initializer this is.
		bool puts_off_lambdas = false; // Their bodies may use what is being resolved: they wait for the class's turn.
		int first_local = 0; // Locals below belong to other contexts.
		// From here on names were used, and locals of inner blocks ended, inside this block.
		uint32_t first_outer_use = 0;
		uint32_t first_ended_local = 0;
	};
	struct Local {
		LocalNode *node;
		int block_line; // For messages.
	};
	// Restores the context at the end of its scope.
	struct ContextScope {
		GDScriptAnalyzer &analyzer;
		Context before;
		uint32_t local_count;
		uint32_t use_count;
		uint32_t ended_count;
		bool keeps_uses = false; // Of a lambda: what it used and declared matters to the block around it.
		explicit ContextScope(GDScriptAnalyzer &p_analyzer);
		~ContextScope();
	};
	struct Depth {
		bool ok;
		Depth(GDScriptAnalyzer &p_analyzer, const Node *p_node);
		~Depth();
	};
	// What is known of a function that is called.
	struct Signature {
		Type return_type;
		LocalVector<Type> parameters;
		int required = 0;
		bool is_vararg = false;
		bool is_static = false;
		bool is_coroutine = false;
		bool is_abstract = false;
		bool is_virtual_native = false;
		bool is_const = false;
		Type rest_type; // Of the elements beyond the parameters; Variant.
	};

	GDScriptUnit &unit;
	GDScriptDependencyResolver *resolver;
	Context context;
	LocalVector<Local> locals;
	HashMap<const VariableNode *, LocalVector<GDScriptAST::LambdaNode *>> put_off_lambdas; // By whose initializer they stand in.
	LocalVector<const IdentifierNode *> outer_uses; // Names of this function that meant something outside it.
	HashSet<StringName> told_names; // Unknown ones, of the function around or of the class: each is told once.
	HashSet<String> told_files; // Broken ones that this file needs; each is told once.
	LocalVector<const LocalNode *> ended_locals; // Of inner blocks that are over.
	const ExpressionNode *called = nullptr; // The bare name of the call being looked at, if it means no function.
	const ExpressionNode *written = nullptr; // The target of the assignment being looked at, and
	bool written_is_read = false; // whether it is a compound one.
	GDScriptWarningLevels warnings;
	static thread_local int depth;

	// gdscript_analyzer.cpp
	static GDScriptAnalyzer &analyzer_of(const ClassNode *p_class);
	void error(const Node *p_node, const String &p_message);
	// About a name that is not known: p_near, if there is one, was probably meant.
	void error_near(const Node *p_node, const String &p_message, const String &p_near);
	void error_beside(const Node *p_node, const String &p_message, const Node *p_other, const String &p_note); // Another place belongs to it.
	void declare_local(LocalNode *p_local, const Node *p_at);
	LocalNode *find_local(const StringName &p_name) const;
	void add_dependency(const String &p_path);

	// gdscript_analyzer_warnings.cpp
	void warn(GDScriptWarning::Code p_code, const Node *p_node, const String &p_message);
	// Asked before a message is made that mostly nobody wants.
	bool wants(GDScriptWarning::Code p_code) const { return warnings.levels[p_code] != GDScriptWarning::IGNORE; }
	bool is_ignored(GDScriptWarning::Code p_code, int p_line) const;
	void collect_ignored_warnings(ClassNode *p_class);
	void ignore_by_annotation(const GDScriptAST::AnnotationNode *p_annotation, const Node *p_node);
	void ignore_from_here(GDScriptWarning::Code p_code, const GDScriptAST::AnnotationNode *p_annotation, const ExpressionNode *p_name);
	void check_shadowing(const LocalNode *p_local, const Node *p_at);
	void check_shadowed_global(const StringName &p_name, const Node *p_at, const char *p_kind);
	void check_confusable_local(const LocalNode *p_local, const Node *p_at);
	void check_unassigned(const IdentifierNode *p_identifier, const VariableNode *p_variable);
	void check_unused_locals(uint32_t p_first, bool p_parameters);
	void check_confusable_name(const StringName &p_name, const Node *p_at);
	void warn_untyped(const Node *p_at, const char *p_kind, const StringName &p_name, bool p_infers);
	void warn_discarded(const CallNode *p_call);
	static bool comes_from_variant_function(const ExpressionNode *p_value);
	void warn_void_return(const GDScriptAST::ReturnNode *p_return);
	void note_signal_by_name(const CallNode *p_call);
	void check_class_warnings(ClassNode *p_class);
	void check_node_in_initializer(const VariableNode *p_variable);
	void warn_empty_file();

	// gdscript_analyzer_near_names.cpp: the name that was probably meant, or nothing.
	String suggest_name(const StringName &p_name, bool p_is_call) const;
	String suggest_member(const Type &p_base, const StringName &p_name, bool p_is_call) const;
	String suggest_type(const StringName &p_name) const;
	static String suggest_warning(const String &p_name);
	static String question(const String &p_near) { return p_near.is_empty() ? String() : " Did you mean \"" + p_near + "\"?"; }
	static String hint_for_foreign_name(const StringName &p_name);

	// gdscript_analyzer_inheritance.cpp
	bool resolve_class_inheritance(ClassNode *p_class, const Node *p_asker);
	bool resolve_base(ClassNode *p_class);
	static bool add_to_name_scope(ClassNode *p_class, LocalVector<ClassNode *> &r_scope);
	static const LocalVector<ClassNode *> &get_name_scope(ClassNode *p_class);
	bool resolve_base_name(ClassNode *p_class, const IdentifierNode *p_name, Type &r_type);
	bool resolve_base_member(ClassNode *p_class, const IdentifierNode *p_name, Type &r_type);
	ClassNode *load_class(const String &p_path, const Node *p_node, bool p_report = true);
	ClassNode *find_global_class(const StringName &p_name, const Node *p_node);
	// A native class that other engines for these projects do not have: a project may have a class, or a member, of that name, and means it.
	static bool is_own_addition(const StringName &p_name);
	bool means_native_class(const StringName &p_name, const Node *p_node);
	void check_class_name(ClassNode *p_class);
	void check_abstract_functions(ClassNode *p_class);

	// gdscript_analyzer_class.cpp
	void resolve_class_interface(ClassNode *p_class);
	void resolve_class_body(ClassNode *p_class);
	static bool resolve_member(ClassNode *p_class, Member *p_member, const Node *p_asker);
	void resolve_member_here(ClassNode *p_class, Member *p_member, const Node *p_asker);
	void enter_class(ClassNode *p_class, bool p_is_static);
	void check_member_name(ClassNode *p_class, const Member &p_member);
	void resolve_enum(ClassNode *p_class, GDScriptAST::EnumNode *p_enum, const Node *p_asker);
	void resolve_enum_value(ClassNode *p_class, GDScriptAST::EnumNode *p_enum, int p_index);
	void resolve_custom_enum_value(ClassNode *p_class, GDScriptAST::EnumNode::Value &r_value);
	void resolve_signal(ClassNode *p_class, GDScriptAST::SignalNode *p_signal);
	void resolve_member_variable(ClassNode *p_class, VariableNode *p_variable, const Node *p_asker);
	void resolve_member_constant(ClassNode *p_class, GDScriptAST::ConstantNode *p_constant, const Node *p_asker);
	void resolve_variable_body(VariableNode *p_variable);
	void resolve_accessors(ClassNode *p_class, VariableNode *p_variable);
	void check_named_accessor(ClassNode *p_class, VariableNode *p_variable, const IdentifierNode *p_name, bool p_is_getter);

	// gdscript_analyzer_functions.cpp
	void resolve_function_interface(FunctionNode *p_function, const Node *p_asker);
	void resolve_parameters(FunctionNode *p_function);
	void resolve_parameter(GDScriptAST::ParameterNode *p_parameter);
	void fill_method_info(FunctionNode *p_function);
	void check_special_function(FunctionNode *p_function);
	void check_override(FunctionNode *p_function);
	bool overrides_correctly(const FunctionNode *p_function, const Signature &p_parent, bool p_return_is_checked) const;
	void resolve_function_body(FunctionNode *p_function);
	static PropertyInfo make_property_info(const Type &p_type, const StringName &p_name);

	// gdscript_analyzer_types.cpp
	Type resolve_type(TypeNode *p_node);
	Type resolve_type_name(const IdentifierNode *p_name);
	bool resolve_inner_type(Type &r_type, const IdentifierNode *p_name);
	bool type_of_member(ClassNode *p_class, Member *p_member, const IdentifierNode *p_name, Type &r_type);
	Type type_of_property_info(const PropertyInfo &p_info, bool p_is_result);
	Type type_of_hint(const String &p_hint, Variant::Type p_container);
	Type type_by_name(const String &p_name);
	Type with_elements(Type p_container, const Type &p_first, const Type &p_second = Type());
	static const GDScriptEnumInfo *find_native_enum(const StringName &p_class, const StringName &p_enum);
	static const GDScriptEnumInfo *find_global_enum(const StringName &p_enum);
	static const GDScriptEnumInfo *find_builtin_enum(Variant::Type p_type, const StringName &p_enum);
	// Whether p_source may be put into a place of type p_target, perhaps after a check at run time. Warns of lossy conversions.
	bool check_assignable(const Type &p_target, ExpressionNode *p_value, bool &r_needs_conversion);
	bool check_element(const Type &p_target, ExpressionNode *p_value); // The same of an element of a literal.
	void update_literal_type(ExpressionNode *p_value, const Type &p_target);
	void warn_conversion(const Type &p_target, const ExpressionNode *p_value);
	void warn_narrowing(const Node *p_node);
	void warn_int_as_enum(const Type &p_target, const ExpressionNode *p_value);

	// gdscript_analyzer_expressions.cpp
	void reduce(ExpressionNode *p_expression);
	void reduce_value(ExpressionNode *p_expression); // The same, and refuses what has no value (void calls).
	void set_constant(ExpressionNode *p_expression, const Variant &p_value);
	void reduce_array(GDScriptAST::ArrayNode *p_array);
	void reduce_dictionary(GDScriptAST::DictionaryNode *p_dictionary);
	void reduce_unary(GDScriptAST::UnaryNode *p_unary);
	void reduce_binary(GDScriptAST::BinaryNode *p_binary);
	void fold_binary(GDScriptAST::BinaryNode *p_binary);
	void reduce_ternary(GDScriptAST::TernaryNode *p_ternary);
	void reduce_assignment(GDScriptAST::AssignmentNode *p_assignment);
	void check_capture_write(const GDScriptAST::AssignmentNode *p_assignment);
	bool check_assignment_target(ExpressionNode *p_target);
	void forget_contradicted_type(const ExpressionNode *p_target, const Type &p_value);
	void reduce_await(GDScriptAST::AwaitNode *p_await);
	void reduce_cast(GDScriptAST::CastNode *p_cast);
	void reduce_type_test(GDScriptAST::TypeTestNode *p_test);
	void reduce_self(GDScriptAST::SelfNode *p_self);
	void reduce_get_node(GDScriptAST::GetNodeNode *p_get_node);
	void reduce_preload(GDScriptAST::PreloadNode *p_preload);
	void reduce_lambda(GDScriptAST::LambdaNode *p_lambda);
	void mark_lambdas_use_self();
	bool is_node_class(const ClassNode *p_class) const;

	// gdscript_analyzer_identifiers.cpp
	void reduce_identifier(IdentifierNode *p_identifier);
	bool reduce_local(IdentifierNode *p_identifier);
	bool reduce_own_member(IdentifierNode *p_identifier);
	bool reduce_global(IdentifierNode *p_identifier);
	bool reduce_autoload(IdentifierNode *p_identifier);
	bool find_script_member(IdentifierNode *p_identifier, ClassNode *p_class);
	void use_script_member(IdentifierNode *p_identifier, ClassNode *p_owner, Member *p_member);
	bool find_native_member(IdentifierNode *p_identifier, const StringName &p_class);
	bool is_instance_member(const IdentifierNode *p_identifier) const;
	void check_static_access(const IdentifierNode *p_identifier);
	static Type get_constant_type(const GDScriptAST::ConstantNode *p_constant);
	void set_callable_type(ExpressionNode *p_expression);
	bool is_broken_class(const StringName &p_name) const;
	void report_undeclared(const IdentifierNode *p_identifier);

	// gdscript_analyzer_subscripts.cpp
	void reduce_subscript(GDScriptAST::SubscriptNode *p_subscript);
	void reduce_attribute(GDScriptAST::SubscriptNode *p_subscript);
	void reduce_index(GDScriptAST::SubscriptNode *p_subscript);
	bool find_attribute(const Type &p_base, IdentifierNode *p_name);
	bool find_meta_attribute(const Type &p_base, IdentifierNode *p_name);
	bool find_builtin_attribute(const Type &p_base, IdentifierNode *p_name);
	bool attribute_may_exist(const ExpressionNode *p_base) const;
	static bool is_singleton(const ExpressionNode *p_expression);
	void check_self_access_in_accessor(const GDScriptAST::SubscriptNode *p_subscript);

	// gdscript_analyzer_calls.cpp
	void reduce_call(CallNode *p_call);
	bool reduce_global_call(CallNode *p_call);
	void reduce_constructor(CallNode *p_call, Variant::Type p_type);
	void warn_constructor_argument(Variant::Type p_type, Variant::Type p_parameter, const ExpressionNode *p_argument);
	void reduce_utility_call(CallNode *p_call);
	void reduce_language_call(CallNode *p_call);
	void reduce_super_call(CallNode *p_call);
	void reduce_own_call(CallNode *p_call);
	void reduce_method_call(CallNode *p_call);
	bool reduce_new_call(CallNode *p_call, const Type &p_base);
	void finish_call(CallNode *p_call, const Signature &p_signature);
	static bool has_script_member(const ClassNode *p_class, const StringName &p_name);
	bool find_method(CallNode *p_call, const Type &p_base, const StringName &p_name, Signature &r_signature);
	bool find_script_method(CallNode *p_call, ClassNode *p_class, const StringName &p_name, Signature &r_signature);
	bool find_native_method(CallNode *p_call, const StringName &p_class, const StringName &p_name, Signature &r_signature);
	bool find_builtin_method(CallNode *p_call, Variant::Type p_type, const StringName &p_name, Signature &r_signature);
	static void find_at_run_time(CallNode *p_call, const Type &p_base);
	void report_missing_method(CallNode *p_call, const Type &p_base);
	void report_not_callable(CallNode *p_call);
	static Signature signature_of(const FunctionNode *p_function);
	Signature signature_of(const MethodInfo &p_info);
	void check_arguments(CallNode *p_call, const Signature &p_signature);
	void check_coroutine_use(CallNode *p_call, const Signature &p_signature);

	// gdscript_analyzer_statements.cpp
	void resolve_suite(GDScriptAST::SuiteNode *p_suite);
	void resolve_statements(GDScriptAST::SuiteNode *p_suite);
	void resolve_statement(Node *p_statement);
	void resolve_expression_statement(ExpressionNode *p_expression);
	void resolve_local_variable(VariableNode *p_variable);
	void resolve_local_constant(GDScriptAST::ConstantNode *p_constant);
	// Type and initializer of any variable. p_kind names it in messages.
	Type resolve_declared_type(TypeNode *p_specifier, bool p_infer, ExpressionNode *p_value, const Node *p_node, const StringName &p_name, bool &r_needs_conversion);
	Type resolve_constant_value(GDScriptAST::ConstantNode *p_constant);
	void resolve_if(GDScriptAST::IfNode *p_if);
	void resolve_for(GDScriptAST::ForNode *p_for);
	Type get_iteration_type(GDScriptAST::ForNode *p_for);
	void resolve_while(GDScriptAST::WhileNode *p_while);
	void resolve_return(GDScriptAST::ReturnNode *p_return);
	void resolve_assert(GDScriptAST::AssertNode *p_assert);
	static bool returns_always(const Node *p_statement);

	// gdscript_analyzer_match.cpp
	void resolve_match(GDScriptAST::MatchNode *p_match);
	void resolve_branch(GDScriptAST::MatchBranchNode *p_branch, const Type &p_tested);
	void resolve_pattern(GDScriptAST::PatternNode *p_pattern, const Type &p_tested, bool p_may_bind);
	static bool is_name_chain(const ExpressionNode *p_expression);

	// gdscript_analyzer_export.cpp
	void resolve_annotation_arguments(GDScriptAST::AnnotationNode *p_annotation);
	void apply_variable_annotations(VariableNode *p_variable);
	void apply_class_annotations(ClassNode *p_class);
	void apply_function_annotations(FunctionNode *p_function);
	void apply_group(Member &r_member);
	void apply_onready(VariableNode *p_variable, const GDScriptAST::AnnotationNode *p_annotation);
	void apply_export(VariableNode *p_variable, GDScriptAST::AnnotationNode *p_annotation);
	bool export_plain(VariableNode *p_variable, const Type &p_type, PropertyInfo &r_info, const Node *p_at);
	bool export_hinted(VariableNode *p_variable, const Type &p_type, GDScriptAST::AnnotationNode *p_annotation);
	void apply_rpc(FunctionNode *p_function, const GDScriptAST::AnnotationNode *p_annotation);
};
