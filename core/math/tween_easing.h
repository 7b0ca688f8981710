// The curves of tweens: how far a value has got after a share of its time.
#pragma once

enum TweenTransition {
	TWEEN_TRANS_LINEAR,
	TWEEN_TRANS_SINE,
	TWEEN_TRANS_QUINT,
	TWEEN_TRANS_QUART,
	TWEEN_TRANS_QUAD,
	TWEEN_TRANS_EXPO,
	TWEEN_TRANS_ELASTIC,
	TWEEN_TRANS_CUBIC,
	TWEEN_TRANS_CIRC,
	TWEEN_TRANS_BOUNCE,
	TWEEN_TRANS_BACK,
	TWEEN_TRANS_SPRING,
};

enum TweenEase {
	TWEEN_EASE_IN,
	TWEEN_EASE_OUT,
	TWEEN_EASE_IN_OUT,
	TWEEN_EASE_OUT_IN,
};

// p_time from 0 to 1; the result starts at 0 and ends at 1, and may overshoot in between. Penner's equations.
double tween_fraction(TweenTransition p_transition, TweenEase p_ease, double p_time);
