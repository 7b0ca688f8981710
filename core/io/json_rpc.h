// JSONRPC: builds and answers JSON-RPC 2.0 messages (https://www.jsonrpc.org/specification). Sending them is the caller's affair.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/templates/hash_map.h"
#include "core/variant/callable.h"
#include "core/variant/dictionary.h"

class JSONRPC : public Object {
	GDCLASS(JSONRPC, Object);

	HashMap<String, Callable> methods;

protected:
	static void _bind_methods();

public:
	enum ErrorCode : int {
		PARSE_ERROR = -32700,
		INVALID_REQUEST = -32600,
		METHOD_NOT_FOUND = -32601,
		INVALID_PARAMS = -32602,
		INTERNAL_ERROR = -32603,
	};
	static constexpr int MAX_BATCH_NESTING = 8;

	void set_method(const String &p_name, const Callable &p_callback) { methods[p_name] = p_callback; }
	// The answer to one message, or null when none is due (notifications). p_recurse: also answers lists of messages.
	Variant process_action(const Variant &p_action, bool p_recurse);
	String process_string(const String &p_action);
	Dictionary make_request(const String &p_method, const Variant &p_params, const Variant &p_id);
	Dictionary make_response(const Variant &p_result, const Variant &p_id);
	Dictionary make_notification(const String &p_method, const Variant &p_params);
	Dictionary make_response_error(int p_code, const String &p_message, const Variant &p_id) const;

private:
	Variant process(const Variant &p_action, bool p_recurse, int p_nesting);
	Variant call_method(const Dictionary &p_request);
};

VARIANT_ENUM_CAST(JSONRPC::ErrorCode);
