// JSONRPC: messages in, answers out.
#include "core/io/json_rpc.h"

#include "core/error/error_macros.h"
#include "core/io/json.h"
#include "core/templates/local_vector.h"
#include "core/variant/array.h"

Dictionary JSONRPC::make_request(const String &p_method, const Variant &p_params, const Variant &p_id) {
	Dictionary message = make_notification(p_method, p_params);
	message["id"] = p_id;
	return message;
}

Dictionary JSONRPC::make_response(const Variant &p_result, const Variant &p_id) {
	Dictionary message;
	message["jsonrpc"] = "2.0";
	message["id"] = p_id;
	message["result"] = p_result;
	return message;
}

Dictionary JSONRPC::make_notification(const String &p_method, const Variant &p_params) {
	Dictionary message;
	message["jsonrpc"] = "2.0";
	message["method"] = p_method;
	message["params"] = p_params;
	return message;
}

Dictionary JSONRPC::make_response_error(int p_code, const String &p_message, const Variant &p_id) const {
	Dictionary error;
	error["code"] = p_code;
	error["message"] = p_message;
	Dictionary message;
	message["jsonrpc"] = "2.0";
	message["error"] = error;
	message["id"] = p_id;
	return message;
}

Variant JSONRPC::call_method(const Dictionary &p_request) {
	Variant id = p_request.get("id", Variant());
	if (id.get_type() == Variant::FLOAT) {
		id = int64_t(id); // JSON has one number type; clients compare IDs as integers.
	}
	if (!p_request.get("method", Variant()).is_string()) {
		return make_response_error(INVALID_REQUEST, "Invalid Request", id);
	}
	const String name = p_request["method"];
	const Callable *callback = methods.getptr(name);
	if (!callback) {
		return make_response_error(METHOD_NOT_FOUND, "Method not found: " + name, id);
	}
	const Variant params = p_request.get("params", Variant());
	Array arguments;
	if (params.get_type() == Variant::ARRAY) {
		arguments = Array(params).duplicate(); // The method may change the array that it came in.
	} else if (params.get_type() != Variant::NIL) {
		arguments.push_back(params);
	}
	const bool answered = p_request.has("id") && id.get_type() != Variant::NIL;
	const Callable kept = *callback; // The method may replace itself.
	LocalVector<const Variant *> pointers;
	for (const Variant &argument : arguments) {
		pointers.push_back(&argument);
	}
	Variant result;
	Callable::CallError error;
	kept.callp(pointers.ptr(), int(pointers.size()), result, error);
	switch (error.error) {
		case Callable::CallError::CALL_OK:
			return answered ? Variant(make_response(result, id)) : Variant();
		case Callable::CallError::CALL_ERROR_TOO_FEW_ARGUMENTS:
		case Callable::CallError::CALL_ERROR_TOO_MANY_ARGUMENTS:
		case Callable::CallError::CALL_ERROR_INVALID_ARGUMENT:
			return answered ? Variant(make_response_error(INVALID_PARAMS, "Invalid params", id)) : Variant();
		default: // The object is gone, or the method is.
			ERR_PRINT("JSONRPC: " + Variant::get_callable_error_text(kept, pointers.ptr(), int(pointers.size()), error) + ".");
			return answered ? Variant(make_response_error(INTERNAL_ERROR, "Internal error", id)) : Variant();
	}
}

Variant JSONRPC::process(const Variant &p_action, bool p_recurse, int p_nesting) {
	if (p_action.get_type() == Variant::DICTIONARY) {
		return call_method(p_action);
	}
	const Array batch = p_action.get_type() == Variant::ARRAY ? Array(p_action) : Array();
	if (!p_recurse || batch.is_empty() || p_nesting == MAX_BATCH_NESTING) {
		return make_response_error(INVALID_REQUEST, "Invalid Request", Variant());
	}
	Array answers;
	for (const Variant &action : batch) {
		const Variant answer = process(action, p_recurse, p_nesting + 1);
		if (answer.get_type() != Variant::NIL) {
			answers.push_back(answer);
		}
	}
	return answers.is_empty() ? Variant() : Variant(answers);
}

Variant JSONRPC::process_action(const Variant &p_action, bool p_recurse) {
	return process(p_action, p_recurse, 0);
}

String JSONRPC::process_string(const String &p_action) {
	if (p_action.is_empty()) {
		return String();
	}
	Ref<JSON> json;
	json.instantiate();
	const Variant answer = json->parse(p_action) == OK ? process_action(json->get_data(), true) : Variant(make_response_error(PARSE_ERROR, "Parse error", Variant()));
	return answer.get_type() == Variant::NIL ? String() : JSON::stringify(answer);
}

void JSONRPC::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_method", "name", "callback"), &JSONRPC::set_method);
	ClassDB::bind_method(D_METHOD("process_action", "action", "recurse"), &JSONRPC::process_action, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("process_string", "action"), &JSONRPC::process_string);
	ClassDB::bind_method(D_METHOD("make_request", "method", "params", "id"), &JSONRPC::make_request);
	ClassDB::bind_method(D_METHOD("make_response", "result", "id"), &JSONRPC::make_response);
	ClassDB::bind_method(D_METHOD("make_notification", "method", "params"), &JSONRPC::make_notification);
	ClassDB::bind_method(D_METHOD("make_response_error", "code", "message", "id"), &JSONRPC::make_response_error, DEFVAL(Variant()));
	BIND_ENUM_CONSTANT(PARSE_ERROR);
	BIND_ENUM_CONSTANT(INVALID_REQUEST);
	BIND_ENUM_CONSTANT(METHOD_NOT_FOUND);
	BIND_ENUM_CONSTANT(INVALID_PARAMS);
	BIND_ENUM_CONSTANT(INTERNAL_ERROR);
}
