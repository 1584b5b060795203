"""When a card is due, what a session asks next, how an answer is graded."""
