// The Node half of websocket_peers.py: `ws_node.js server [PROTOCOL]` prints its port and echoes; `ws_node.js client URL [PROTOCOL]`
// talks to an echo server and prints what it found. Needs the package ws.
'use strict';
const WebSocket = require('ws');
// COMPRESSION in the environment: 0 off, 1 without context takeover, 2 with it.
const MODE = Number(process.env.COMPRESSION || 0);
const DEFLATE = MODE === 0 ? false : { threshold: 0, serverNoContextTakeover: MODE === 1, clientNoContextTakeover: MODE === 1 };
const SIZES = [0, 1, 125, 126, 65535, 65536, 1048576];

function serve(protocol) {
	const server = new WebSocket.WebSocketServer({
		host: '127.0.0.1',
		port: 0,
		perMessageDeflate: DEFLATE,
		handleProtocols: (offered) => (protocol && offered.has(protocol) ? protocol : false),
	});
	server.on('listening', () => console.log('port ' + server.address().port));
	server.on('connection', (socket) => {
		socket.on('message', (data, isBinary) => {
			const text = isBinary ? '' : data.toString();
			if (text.startsWith('close ')) {
				socket.close(Number(text.split(' ')[1]), text.split(' ').slice(2).join(' '));
			} else {
				socket.send(data, { binary: isBinary });
			}
		});
		socket.on('close', (code, reason) => console.log('closed ' + code + ' ' + reason));
	});
}

function talk(url, protocol) {
	const socket = new WebSocket(url, protocol ? [protocol] : [], { perMessageDeflate: DEFLATE });
	const sent = [];
	let received = 0;
	socket.on('open', () => {
		console.log('open ' + socket.protocol);
		for (const size of SIZES) {
			const bytes = Buffer.alloc(size, (size * 7) & 255);
			sent.push([bytes, true], [Buffer.from('\u017e'.repeat(size / 2)), false]);
			socket.send(bytes);
			socket.send('\u017e'.repeat(size / 2));
		}
		socket.send('frag', { fin: false });
		socket.ping('between');
		socket.send('ment', { fin: true });
		sent.push([Buffer.from('fragment'), false]);
	});
	socket.on('pong', (data) => console.log('pong ' + data));
	socket.on('message', (data, isBinary) => {
		const [expected, binary] = sent[received++];
		if (binary !== isBinary || !expected.equals(data)) {
			console.log('wrong message ' + (received - 1));
		}
		if (received === sent.length) {
			console.log('echoed ' + received);
			socket.close(4002, 'node is done');
		}
	});
	socket.on('close', (code, reason) => console.log('closed ' + code + ' ' + reason));
	socket.on('error', (error) => console.log('error ' + error.message));
}

if (process.argv[2] === 'server') {
	serve(process.argv[3]);
} else {
	talk(process.argv[3], process.argv[4]);
}
