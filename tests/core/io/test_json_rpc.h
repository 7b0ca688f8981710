// Tests of core/io/json_rpc.h: JSON-RPC 2.0 messages and their answers.
#pragma once

#include "core/io/json_rpc.h"
#include "core/object/callable_method_pointer.h"
#include "core/variant/array.h"
#include "tests/test_macros.h"

namespace TestJSONRPC {

static int add(int p_a, int p_b) {
	return p_a + p_b;
}

struct Server {
	JSONRPC *rpc = memnew(JSONRPC);
	Server() { rpc->set_method("add", callable_mp_static(add)); }
	~Server() { memdelete(rpc); }
};

TEST_CASE("[IO][JSONRPC] A call is answered with its result and id") {
	Server server;
	CHECK_EQ(server.rpc->process_string("{\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[3,4],\"id\":9}"), String("{\"id\":9,\"jsonrpc\":\"2.0\",\"result\":7}"));
	CHECK(server.rpc->process_action(server.rpc->make_notification("add", Array({ 1, 2 })), false).get_type() == Variant::NIL);
}

TEST_CASE("[IO][JSONRPC] Errors have the codes of the specification") {
	Server server;
	const auto code_of = [&](const Variant &p_action) {
		const Dictionary answer = server.rpc->process_action(p_action, true);
		return int(Dictionary(answer["error"])["code"]);
	};
	CHECK_EQ(code_of(server.rpc->make_request("none", Array(), 1)), JSONRPC::METHOD_NOT_FOUND);
	CHECK_EQ(code_of(5), JSONRPC::INVALID_REQUEST);
	CHECK_EQ(code_of(Dictionary()), JSONRPC::INVALID_REQUEST);
	CHECK_EQ(code_of(server.rpc->make_request("add", Array({ 1 }), 1)), JSONRPC::INVALID_PARAMS);
	CHECK_EQ(code_of(server.rpc->make_request("add", Array({ 1, 2, 3 }), 1)), JSONRPC::INVALID_PARAMS);
	CHECK_EQ(code_of(server.rpc->make_request("add", Array({ Array(), 2 }), 1)), JSONRPC::INVALID_PARAMS);
	CHECK(server.rpc->process_action(server.rpc->make_notification("add", Array({ 1 })), false).get_type() == Variant::NIL);
	CHECK(server.rpc->process_string("{").contains("-32700"));
	CHECK(server.rpc->process_string("").is_empty());
}

TEST_CASE("[IO][JSONRPC] A batch gets a list of answers, within limits") {
	Server server;
	Array batch;
	batch.push_back(server.rpc->make_request("add", Array({ 1, 1 }), 1));
	batch.push_back(server.rpc->make_notification("add", Array({ 1, 1 })));
	const Array answers = server.rpc->process_action(batch, true);
	CHECK_EQ(answers.size(), 1);
	Array nested = batch;
	for (int i = 0; i < 100; i++) {
		Array outer;
		outer.push_back(nested);
		nested = outer;
	}
	CHECK(server.rpc->process_action(nested, true).get_type() == Variant::ARRAY);
}

} // namespace TestJSONRPC
